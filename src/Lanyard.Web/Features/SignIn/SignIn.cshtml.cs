using Lanyard.Accounts;
using Lanyard.Accounts.Outside;
using Lanyard.Accounts.Passwords;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.SignIn;

/// <summary>Signs somebody in by their address and password.</summary>
[AllowAnonymous]
public sealed class SignInPage(PasswordDoor door, HalfSignedIn half) : PageModel
{
    private const string Wrong = "The email address or the password is wrong";

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty(Name = "next", SupportsGet = true)]
    public string? Next { get; set; }

    public IActionResult OnGet(string? problem)
    {
        if (User.Identity?.IsAuthenticated == true)
        {
            return Redirect("/");
        }

        if (Enum.TryParse<OutsideProblem>(problem, out var known) && Enum.IsDefined(known))
        {
            ModelState.AddModelError("", InWords(known));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), "Enter your email address");
        }

        if (string.IsNullOrEmpty(Password))
        {
            ModelState.AddModelError(nameof(Password), "Enter your password");
        }

        return ModelState.IsValid ? await TryAsync(cancel) : Page();
    }

    private async Task<IActionResult> TryAsync(CancellationToken cancel)
    {
        var answer = await door.TryAsync(HttpContext, Email, Password, cancel);
        if (answer.Account is not { } account)
        {
            answer.Mark(Response);
            ModelState.AddModelError(nameof(Email), answer.InWords(Wrong));
            return Page();
        }

        if (account.HasSecondFactor)
        {
            await half.RememberAsync(HttpContext, account, cancel);
            return Redirect($"{account.SecondStep}?next={Uri.EscapeDataString(Next ?? "")}");
        }

        await HttpContext.SignInAsync(account, hasSecondFactor: false);
        return LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/");
    }

    private static string InWords(OutsideProblem problem) => problem switch
    {
        OutsideProblem.NotDone => "Signing in with the other service did not work. Try again, or use your password.",
        OutsideProblem.OtherOrganisation => "You are signed in there with an account that is not of your organisation. Choose your work or school account.",
        OutsideProblem.NotVerified => "The other service does not vouch for your email address. Ask whoever looks after Lanyard in your organisation for a sign-in link.",
        OutsideProblem.Unknown => "Lanyard knows nobody with that email address. Ask whoever looks after Lanyard in your organisation to add you.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "Say it in words here."),
    };
}
