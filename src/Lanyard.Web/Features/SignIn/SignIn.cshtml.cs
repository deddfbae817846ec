using Lanyard.Accounts;
using Lanyard.Accounts.Outside;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.SignIn;

/// <summary>Signs somebody in by their address and password.</summary>
[AllowAnonymous]
public sealed class SignInPage(UserManager<Account> accounts, AccountBook book, HalfSignedIn half) : PageModel
{
    private const string Wrong = "The email address or the password is wrong";

    // Checked where there is no account, so that an answer takes as long with one as without.
    private static readonly string SomeHash = new PasswordHasher<Account>().HashPassword(null!, "no password has this hash"); // the hasher does not look at the account

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
        var account = await accounts.FindByEmailAsync(Email.Trim());
        if (account?.PasswordHash is null)
        {
            new PasswordHasher<Account>().VerifyHashedPassword(null!, SomeHash, Password); // as above
            return Refused(Wrong);
        }

        if (await accounts.IsLockedOutAsync(account))
        {
            return Refused("This account is locked after too many wrong passwords. Try again in 15 minutes, or ask for a new sign-in link.");
        }

        if (!await accounts.CheckPasswordAsync(account, Password))
        {
            await book.CountWrongAsync(account, cancel);
            return Refused(Wrong);
        }

        if (!await book.IsHereAsync(account.Organisation, account.Person, cancel))
        {
            return Refused(Wrong); // who has left is told what everybody else is told
        }

        await accounts.ResetAccessFailedCountAsync(account);
        if (account.TwoFactorEnabled)
        {
            half.Remember(HttpContext, account);
            return Redirect($"/sign-in/code?next={Uri.EscapeDataString(Next ?? "")}");
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

    private PageResult Refused(string why)
    {
        ModelState.AddModelError(nameof(Email), why);
        return Page();
    }
}
