using Lanyard.Accounts;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.OwnAccount.RenewRecoveryCodes;

/// <summary>Makes new recovery codes, for whoever has a code.</summary>
[Needs(Permission.BeHere)]
public sealed class RenewRecoveryCodesPage(Visit visit, RecordBook book, UserManager<Account> accounts,
    AccountCodes codes, SessionStore sessions) : CodePageBase(visit, book, accounts, codes)
{
    /// <summary>The new codes, once they are made.</summary>
    public IReadOnlyList<string> Made { get; private set; } = [];

    protected override async Task<IActionResult> DoAsync(CancellationToken cancel)
    {
        Made = await Codes.RenewRecoveryAsync(Account, cancel) ?? [];
        await sessions.EndOthersAsync(Who.Id, cancel);
        return Page();
    }
}
