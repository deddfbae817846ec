using Lanyard.Accounts;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.OwnAccount.TurnCodesOn;

/// <summary>Sets an authenticator app up. Codes are asked for only once one has been right.</summary>
[Needs(Permission.BeHere)]
[BeforeSecondFactor]
[NeedsFreshProof]
public sealed class TurnCodesOnPage(Visit visit, RecordBook book, UserManager<Account> accounts, AccountBook access,
    AccountCodes codes, SessionStore sessions) : OwnAccountPageBase(visit, book, accounts)
{
    [BindProperty]
    public string Code { get; set; } = "";

    /// <summary>The recovery codes, once codes are on.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public string Secret { get; private set; } = "";

    /// <summary>Whether nothing else can be done before this.</summary>
    public bool IsOwed => SecondFactors.AreNeededBy(Who.Person) && !Account.HasSecondFactor;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        return Account.TwoFactorEnabled ? Redirect(Address) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        if (Account.TwoFactorEnabled)
        {
            return Redirect(Address);
        }

        if (!await codes.TakeAsync(Account, Code, cancel))
        {
            ModelState.AddModelError(nameof(Code), codes.InWords(Account, "The code is wrong or too old. Enter the one that the app shows now."));
            return Page();
        }

        await Accounts.SetTwoFactorEnabledAsync(Account, enabled: true);
        await access.RecordAsync(Who.At, Who.Id, Who.Id, AccessChange.CodesOn, cancel);
        RecoveryCodes = await codes.RenewRecoveryAsync(Account, cancel) ?? [];
        await sessions.EndOthersAsync(Who.Id, cancel);
        // The code was right, so this session has shown it
        await HttpContext.SignInAsync(Account, hasSecondFactor: true);
        return Page();
    }

    // The secret stays the same until codes are on, so that the page can be opened again half way.
    private async Task ShowAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (Account.AuthenticatorKey is null)
        {
            await Accounts.ResetAuthenticatorKeyAsync(Account);
        }

        Secret = Account.TwoFactorEnabled ? "" : Account.AuthenticatorKey ?? "";
    }
}
