using Lanyard.Accounts;
using Lanyard.Accounts.Passwords;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.OwnAccount.ChangePassword;

/// <summary>Changes a person's own password.</summary>
[Needs(Permission.BeHere)]
public sealed class ChangePasswordPage(Visit visit, RecordBook book, UserManager<Account> accounts, AccountBook access, PasswordDoor door, SessionStore sessions, SignInLinks links, LiveTokens tokens)
    : OwnAccountPageBase(visit, book, accounts)
{
    [BindProperty]
    public string Current { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public string Again { get; set; } = "";

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (Account.PasswordHash is null)
        {
            return Page();
        }

        await CheckCurrentAsync(cancel);
        await CheckNewAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await door.HashAsync(Account, Password) is not { } hash)
        {
            Refuse(new(PasswordOutcome.Busy, Wait: HashingGate.Rest));
            return Page();
        }

        await door.SetAsync(Account, hash);
        await sessions.EndOthersAsync(Who.Id, cancel);
        await links.EndAsync(Who.Id, cancel); // one that waits in a mailbox would set another password
        await access.RecordAsync(Who.At, Who.Id, Who.Id, AccessChange.PasswordSet, cancel);
        return Done((await tokens.OfAsync(Who.Id, cancel)).Count > 0 ? LiveTokens.Address : Address, "Your password is changed.");
    }

    // A wrong one counts as it does at sign-in, so that an open browser is no place to guess.
    private async Task CheckCurrentAsync(CancellationToken cancel)
    {
        if (Current.Length == 0)
        {
            ModelState.AddModelError(nameof(Current), "Enter your password now");
        }
        else
        {
            Refuse(await door.TryAsync(HttpContext, Account.Email, Current, cancel));
        }
    }

    private void Refuse(PasswordAnswer answer)
    {
        if (answer.Outcome != PasswordOutcome.Right)
        {
            answer.Mark(Response);
            ModelState.AddModelError(nameof(Current), answer.InWords("That is not your password now"));
        }
    }

    private async Task CheckNewAsync()
    {
        var wrong = await Accounts.WrongWithAsync(Account, Password);
        foreach (var text in wrong)
        {
            ModelState.AddModelError(nameof(Password), text);
        }

        if (wrong.Count == 0 && Password != Again)
        {
            ModelState.AddModelError(nameof(Again), "The two passwords are not the same");
        }
    }
}
