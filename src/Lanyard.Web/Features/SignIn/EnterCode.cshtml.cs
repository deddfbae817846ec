using Lanyard.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.SignIn;

/// <summary>Asks for the code from the authenticator app.</summary>
[AllowAnonymous]
public sealed class EnterCodePage(UserManager<Account> accounts, AccountBook book, AccountCodes codes, HalfSignedIn half) : PageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty(Name = "next", SupportsGet = true)]
    public string? Next { get; set; }

    public async Task<IActionResult> OnGetAsync() => await half.FindAsync(HttpContext, accounts) is null ? Redirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await half.FindAsync(HttpContext, accounts) is not { } account || !await book.IsHereAsync(account.Organisation, account.Person, cancel))
        {
            return Redirect("/sign-in");
        }

        if (!await codes.TakeAsync(account, Code, cancel))
        {
            ModelState.AddModelError(nameof(Code), codes.InWords(account, "The code is wrong or too old. Enter the one that the app shows now, or a recovery code that you have not used."));
            return Page();
        }

        await half.ForgetAsync(HttpContext, cancel);
        await HttpContext.SignInAsync(account, hasSecondFactor: true);
        return LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/");
    }
}
