using Lanyard.Accounts;
using Lanyard.Workflows.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.SignIn;

/// <summary>Sets a password by a link that works once.</summary>
[AllowAnonymous]
public sealed class SetPasswordPage(SignInLinks links, AccountBook book, UserManager<Account> accounts, SessionStore sessions, LiveTokens tokens) : PageModel
{
    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public string Again { get; set; } = "";

    public bool IsUsable { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => IsUsable = await book.FindLinkAsync(Secret, cancel) is not null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await book.FindLinkAsync(Secret, cancel) is not var (organisation, person))
        {
            return Page();
        }

        IsUsable = true;
        var account = await book.GetAsync(organisation, person, cancel);
        await CheckAsync(account);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await links.TakeAsync(Secret, cancel) is null)
        {
            IsUsable = false; // somebody was faster
            return Page();
        }

        await accounts.RemovePasswordAsync(account);
        await accounts.AddPasswordAsync(account, Password);
        await accounts.SetLockoutEndDateAsync(account, lockoutEnd: null);
        await sessions.EndAsync(person, name: null, cancel);
        await book.RecordAsync(organisation, person, person, AccessChange.PasswordSet, cancel);
        var hasTokens = (await tokens.OfAsync(person, cancel)).Count > 0;
        if (account.TwoFactorEnabled)
        {
            return Redirect(hasTokens ? $"/sign-in?next={Uri.EscapeDataString(LiveTokens.Address)}" : "/sign-in"); // a link does not stand in for the code
        }

        await HttpContext.SignInAsync(account, hasSecondFactor: false);
        return Redirect(hasTokens ? LiveTokens.Address : "/");
    }

    private async Task CheckAsync(Account account)
    {
        foreach (var wrong in await accounts.WrongWithAsync(account, Password))
        {
            ModelState.AddModelError(nameof(Password), wrong);
        }

        if (ModelState.IsValid && Password != Again)
        {
            ModelState.AddModelError(nameof(Again), "The two passwords are not the same");
        }
    }
}
