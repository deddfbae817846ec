using Lanyard.Accounts;
using Lanyard.Accounts.Passwords;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access.Cases;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.OwnAccount.ProveAgain;

/// <summary>Asks somebody who is signed in to prove that it is still they, by what they sign in with. A new session
/// begins with that.</summary>
[Needs(Permission.BeHere)]
[BeforeSecondFactor]
public sealed class ProveAgainPage(
    Visit visit, RecordBook book, UserManager<Account> accounts, PasswordDoor door, AccountCodes codes, Passkeys passkeys,
    ServerOptions server) : OwnAccountPageBase(visit, book, accounts)
{
    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public string Credential { get; set; } = "";

    [BindProperty(Name = "next", SupportsGet = true)]
    public string? Next { get; set; }

    /// <summary>What the browser is asked for, as JSON; empty where there is no passkey.</summary>
    public string Options { get; private set; } = "";

    /// <summary>Whether a password is enough: not where the roles ask for a second factor that this session has not
    /// seen.</summary>
    public bool TakesPassword =>
        Account.PasswordHash is not null
            && (Who.HasSecondFactor || !Account.HasSecondFactor || !CaseRoles.AreHeldBy(Who.Person));

    /// <summary>The sign-in services of the organisation, for those who have nothing else to prove it by.</summary>
    public IEnumerable<(string Scheme, string Name)> Outside =>
        Account.SignsInOutside ? server.OutsideProviders.Select(each => (each.Scheme, each.Name)) : [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        await OfferAsync();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (!TakesPassword)
        {
            return await RefuseAsync("", "A password is not enough here.");
        }

        var answer = await door.TryAsync(HttpContext, Account.Email, Password, cancel); // it counts as at sign-in
        if (answer.Outcome == PasswordOutcome.Right)
        {
            return await GoOnAsync(Who.HasSecondFactor);
        }

        answer.Mark(Response);
        return await RefuseAsync(nameof(Password), answer.InWords("The password is wrong"));
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return Account.TwoFactorEnabled && await codes.TakeAsync(Account, Code, cancel)
            ? await GoOnAsync(hasSecondFactor: true)
            : await RefuseAsync(
                nameof(Code),
                codes.InWords(Account, "The code is wrong or too old. Enter the one that the app shows now."));
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return Credential.Length > 0 && (await passkeys.CheckAsync(HttpContext, Credential))?.Person == Who.Id
            ? await GoOnAsync(hasSecondFactor: true)
            : await RefuseAsync("", "No passkey of yours was found here. Try again, or prove it in another way.");
    }

    private async Task<IActionResult> GoOnAsync(bool hasSecondFactor)
    {
        var account = await Accounts.FindByIdAsync(Who.Id.ToString()) ?? Account; // as it is now
        await HttpContext.SignInAsync(account, hasSecondFactor);
        return LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/");
    }

    private async Task<IActionResult> RefuseAsync(string field, string why)
    {
        ModelState.AddModelError(field, why);
        await OfferAsync();
        return Page();
    }

    private async Task OfferAsync() =>
        Options = Account.Passkeys.Count > 0 ? await passkeys.AskForAnyAsync(HttpContext) : "";
}
