using Lanyard.Accounts;
using Lanyard.Domain.Naming;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.OwnAccount.AddPasskey;

/// <summary>Adds a passkey to a person's own account.</summary>
[Needs(Permission.BeHere)]
[BeforeSecondFactor]
[NeedsFreshProof]
public sealed class AddPasskeyPage(Visit visit, RecordBook book, UserManager<Account> accounts, AccountBook access,
    Passkeys passkeys, SessionStore sessions) : OwnAccountPageBase(visit, book, accounts)
{
    private const int LongestName = 60;

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Credential { get; set; } = "";

    /// <summary>What the browser is asked for, as JSON.</summary>
    public string Options { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        Options = await passkeys.AskForNewAsync(HttpContext, Account, Who.Person.Name);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        var name = Name.Trim();
        if (name.Length is 0 or > LongestName)
        {
            ModelState.AddModelError(nameof(Name), name.Length == 0 ? "Enter a name for the passkey" : $"The name must have {LongestName} letters or fewer");
        }
        else if (!ProperName.TryParse(name, out _, out var problem))
        {
            ModelState.AddModelError(nameof(Name), problem);
        }
        else if (Credential.Length == 0 || !await passkeys.AddAsync(HttpContext, Account, Credential, name))
        {
            ModelState.AddModelError("", "No passkey was made. Try again, and follow what your browser or device asks.");
        }

        if (!ModelState.IsValid)
        {
            Options = await passkeys.AskForNewAsync(HttpContext, Account, Who.Person.Name);
            return Page();
        }

        await access.RecordAsync(Who.At, Who.Id, Who.Id, AccessChange.PasskeyAdded, cancel);
        await sessions.EndOthersAsync(Who.Id, cancel);
        await HttpContext.SignInAsync(Account, hasSecondFactor: true); // the device has just shown it
        return Done(Address, "The passkey is added. You can sign in with it from now on.");
    }
}
