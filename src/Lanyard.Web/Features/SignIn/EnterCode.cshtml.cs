using Lanyard.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.SignIn;

/// <summary>Asks for the code from the authenticator app.</summary>
[AllowAnonymous]
public sealed class EnterCodePage(UserManager<Account> accounts, HalfSignedIn half) : PageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty(Name = "next", SupportsGet = true)]
    public string? Next { get; set; }

    public IActionResult OnGet() => half.Find(HttpContext) is null ? Redirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (half.Find(HttpContext) is not { } person || await accounts.FindByIdAsync(person.ToString()) is not { } account)
        {
            return Redirect("/sign-in");
        }

        var code = new string([.. Code.Where(char.IsAsciiDigit)]);
        var isRight = !await accounts.IsLockedOutAsync(account)
            && code != account.LastCode // a code works once
            && await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code);
        if (!isRight)
        {
            await accounts.AccessFailedAsync(account);
            ModelState.AddModelError(nameof(Code), "The code is wrong or too old. Enter the one that the app shows now.");
            return Page();
        }

        account.LastCode = code;
        await accounts.ResetAccessFailedCountAsync(account);
        await accounts.UpdateAsync(account);
        HalfSignedIn.Forget(HttpContext);
        await HttpContext.SignInAsync(account, hasSecondFactor: true);
        return LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/");
    }
}
