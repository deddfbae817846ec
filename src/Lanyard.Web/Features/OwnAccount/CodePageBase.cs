using Lanyard.Accounts;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.OwnAccount;

/// <summary>A page that does something about codes for whoever has one.</summary>
public abstract class CodePageBase(Visit visit, RecordBook book, UserManager<Account> accounts, AccountCodes codes) : OwnAccountPageBase(visit, book, accounts)
{
    /// <summary>The code.</summary>
    [BindProperty]
    public string Code { get; set; } = "";

    /// <summary>Checks and spends codes.</summary>
    protected AccountCodes Codes { get; } = codes;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return Account.TwoFactorEnabled ? Page() : Redirect(Address);
    }

    /// <summary>Takes the code, and does it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (!Account.TwoFactorEnabled)
        {
            return Redirect(Address);
        }

        if (!await Codes.TakeAsync(Account, Code, cancel))
        {
            ModelState.AddModelError(nameof(Code), Codes.InWords(Account, "The code is wrong or too old. Enter the one that the app shows now."));
            return Page();
        }

        return await DoAsync(cancel);
    }

    /// <summary>Does it, once a code was right.</summary>
    protected abstract Task<IActionResult> DoAsync(CancellationToken cancel);
}
