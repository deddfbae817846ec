using Lanyard.Accounts;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.OwnAccount.TurnCodesOff;

/// <summary>Turns codes off, for whoever has one.</summary>
[Needs(Permission.BeHere)]
public sealed class TurnCodesOffPage(Visit visit, RecordBook book, UserManager<Account> accounts, AccountBook access,
    AccountCodes codes, SessionStore sessions) : CodePageBase(visit, book, accounts, codes)
{
    protected override async Task<IActionResult> DoAsync(CancellationToken cancel)
    {
        if (Account.Passkeys.Count == 0 && SecondFactors.AreNeededBy(Who.Person))
        {
            ModelState.AddModelError("", "Your role needs a second factor, and this is the only one you have. Add "
                + "a passkey first.");
            return Page();
        }

        (Account.AuthenticatorKey, Account.RecoveryCodes) = (null, []); // whoever turns codes on again gets a new secret, and new recovery codes
        await Accounts.SetTwoFactorEnabledAsync(Account, enabled: false);
        await access.RecordAsync(Who.At, Who.Id, Who.Id, AccessChange.CodesOff, cancel);
        await sessions.EndOthersAsync(Who.Id, cancel);
        return Done(Address, "Codes are off.");
    }
}
