using Lanyard.Accounts;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.SignIn;

/// <summary>Signs somebody in by a passkey, which is a second factor by itself: the device asks for a finger, a face or its PIN.</summary>
/// <remarks>The lock after wrong passwords does not hold it up, for a passkey cannot be guessed, and nobody can lock its owner out.</remarks>
[AllowAnonymous]
public sealed class UsePasskeyPage(Passkeys passkeys, HalfSignedIn half, RecordBook book, Visit visit, SecurityLog security) : PageModel
{
    [BindProperty]
    public string Credential { get; set; } = "";

    [BindProperty(Name = "next", SupportsGet = true)]
    public string? Next { get; set; }

    /// <summary>What the browser is asked for, as JSON.</summary>
    public string Options { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (User.Identity?.IsAuthenticated == true)
        {
            return Redirect("/");
        }

        Options = await passkeys.AskForAnyAsync(HttpContext);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Credential.Length > 0 && await passkeys.CheckAsync(HttpContext, Credential) is { } account
            && await book.FindAsync<Person>(account.Organisation, $"person/{account.Person}", cancel) is { } person && person.Value.IsHere(visit.Today))
        {
            await half.ForgetAsync(HttpContext, cancel);
            await HttpContext.SignInAsync(account, hasSecondFactor: true);
            return LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/");
        }

        security.WrongPasskey();
        ModelState.AddModelError("", "No passkey of yours was found here. Try again, or sign in with your password.");
        Options = await passkeys.AskForAnyAsync(HttpContext);
        return Page();
    }
}
