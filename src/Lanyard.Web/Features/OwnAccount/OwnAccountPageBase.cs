using Lanyard.Accounts;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Web.Features.OwnAccount;

/// <summary>A page about the account of whoever is signed in.</summary>
public abstract class OwnAccountPageBase(Visit visit, RecordBook book, UserManager<Account> accounts) : LanyardPage(visit, book)
{
    /// <summary>The address of the account's page.</summary>
    public const string Address = "/account";

    /// <summary>Who asks.</summary>
    public Who Who { get; private set; } = null!; // set before the page is drawn

    /// <summary>Their account.</summary>
    public Account Account { get; private set; } = null!; // set before the page is drawn

    /// <summary>The accounts.</summary>
    protected UserManager<Account> Accounts { get; } = accounts;

    /// <summary>Reads who asks and their account.</summary>
    /// <exception cref="InvalidOperationException">Somebody is signed in without an account.</exception>
    protected async Task ReadAsync(CancellationToken cancel)
    {
        Who = await Visit.GetAsync(cancel);
        Account = await Accounts.FindByIdAsync(Who.Id.ToString()) ?? throw new InvalidOperationException($"Person {Who.Id} is signed in, but has no account.");
    }
}
