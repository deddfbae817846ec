using Lanyard.Records;
using Lanyard.Web.Accounts;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.OwnAccount.TurnCodesOff;

/// <summary>Turns codes off, for whoever has one.</summary>
[Needs(Permission.BeHere)]
public sealed class TurnCodesOffPage(Visit visit, RecordBook book, UserManager<Account> accounts, AccountBook access, AccountCodes codes) : OwnAccountPageBase(visit, book, accounts)
{
    [BindProperty]
    public string Code { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return Account.TwoFactorEnabled ? Page() : Redirect(Address);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (!Account.TwoFactorEnabled)
        {
            return Redirect(Address);
        }

        if (!await codes.TakeAsync(Account, Code, cancel))
        {
            ModelState.AddModelError(nameof(Code), "The code is wrong or too old. Enter the one that the app shows now.");
            return Page();
        }

        Account.AuthenticatorKey = null; // whoever turns codes on again gets a new secret
        await Accounts.SetTwoFactorEnabledAsync(Account, enabled: false);
        await access.RecordAsync(Who.At, Who.Id, Who.Id, AccessChange.CodesOff, cancel);
        return Done(Address, "Codes are off.");
    }
}
