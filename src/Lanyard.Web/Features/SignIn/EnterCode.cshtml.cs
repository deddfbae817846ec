using Lanyard.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.SignIn;

/// <summary>Asks for the code from the authenticator app.</summary>
[AllowAnonymous]
public sealed class EnterCodePage(UserManager<Account> accounts, AccountCodes codes, HalfSignedIn half) : PageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty(Name = "next", SupportsGet = true)]
    public string? Next { get; set; }

    public IActionResult OnGet() => half.Find(HttpContext) is null ? Redirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (half.Find(HttpContext) is not { } person || await accounts.FindByIdAsync(person.ToString()) is not { } account)
        {
            return Redirect("/sign-in");
        }

        if (!await codes.TakeAsync(account, Code, cancel))
        {
            ModelState.AddModelError(nameof(Code), "The code is wrong or too old. Enter the one that the app shows now.");
            return Page();
        }

        HalfSignedIn.Forget(HttpContext);
        await HttpContext.SignInAsync(account, hasSecondFactor: true);
        return LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/");
    }
}
