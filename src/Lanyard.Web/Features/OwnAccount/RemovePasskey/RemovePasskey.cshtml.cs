using Lanyard.Accounts;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.OwnAccount.RemovePasskey;

/// <summary>Removes a passkey from a person's own account.</summary>
[Needs(Permission.BeHere)]
[NeedsFreshProof]
public sealed class RemovePasskeyPage(Visit visit, RecordBook book, UserManager<Account> accounts, AccountBook access,
    SessionStore sessions) : OwnAccountPageBase(visit, book, accounts)
{
    /// <summary>The id of the passkey, in hexadecimal.</summary>
    [FromRoute]
    public string Id { get; set; } = "";

    public Passkey Passkey { get; private set; } = null!; // set before the page is drawn

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (Account is { TwoFactorEnabled: false, Passkeys.Count: 1 } && SecondFactors.AreNeededBy(Who.Person))
        {
            ModelState.AddModelError("", "Your role needs a second factor, and this is the only one you have. Add "
                + "another first.");
            return Page();
        }

        await Accounts.RemovePasskeyAsync(Account, Passkey.CredentialId);
        await access.RecordAsync(Who.At, Who.Id, Who.Id, AccessChange.PasskeyRemoved, cancel);
        await sessions.EndOthersAsync(Who.Id, cancel);
        return Done(Address, "The passkey is removed. It lets nobody in any more.");
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (Account.Passkeys.FirstOrDefault(each => Convert.ToHexStringLower(each.CredentialId) == Id) is not { } found)
        {
            return false;
        }

        Passkey = found;
        return true;
    }
}
