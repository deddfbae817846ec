using Lanyard.Accounts;
using Lanyard.Accounts.Passwords;
using Lanyard.Workflows.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.SignIn;

/// <summary>Sets a password by a link that works once.</summary>
[AllowAnonymous]
public sealed class SetPasswordPage(
    SignInLinks links, AccountBook book, UserManager<Account> accounts, PasswordDoor door, SignInGuard guard, SessionStore sessions, HalfSignedIn half, LiveTokens tokens,
    SecurityLog security) : PageModel
{
    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public string Again { get; set; } = "";

    public bool IsUsable { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        IsUsable = await book.FindLinkAsync(Secret, cancel) is not null;
        if (!IsUsable)
        {
            security.WrongLink();
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await book.FindLinkAsync(Secret, cancel) is not var (organisation, person))
        {
            security.WrongLink();
            return Page();
        }

        IsUsable = true;
        var account = await book.GetAsync(organisation, person, cancel);
        await CheckAsync(account);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await door.HashAsync(account, Password) is not { } hash)
        {
            return Busy();
        }

        if (await links.TakeAsync(Secret, cancel) is null)
        {
            IsUsable = false; // somebody was faster
            return Page();
        }

        account = await door.SetAsync(account, hash);
        guard.Forgive(account.NormalizedEmail, ClientPlace.Of(HttpContext));
        await half.ForgetAsync(HttpContext, cancel);
        await sessions.EndAsync(person, name: null, cancel);
        await book.RecordAsync(organisation, person, person, AccessChange.PasswordSetByLink, cancel);
        var hasTokens = (await tokens.OfAsync(person, cancel)).Count > 0;
        if (account.HasSecondFactor)
        {
            return Redirect(hasTokens ? $"/sign-in?next={Uri.EscapeDataString(LiveTokens.Address)}" : "/sign-in"); // a link does not stand in for the second factor
        }

        await HttpContext.SignInAsync(account, hasSecondFactor: false);
        return Redirect(hasTokens ? LiveTokens.Address : "/");
    }

    private PageResult Busy()
    {
        var answer = new PasswordAnswer(PasswordOutcome.Busy, Wait: HashingGate.Rest);
        answer.Mark(Response);
        ModelState.AddModelError(nameof(Password), answer.InWords(wrong: ""));
        return Page();
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
