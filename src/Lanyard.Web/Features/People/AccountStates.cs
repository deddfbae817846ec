using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Accounts;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Web.Features.People;

/// <summary>Tells who has signed in.</summary>
public sealed class AccountStates(RecordBook book, UserManager<Account> accounts)
{
    /// <summary>How far a person has come.</summary>
    public async Task<AccountState> FindAsync(Who who, PersonId person, CancellationToken cancel)
    {
        if (await accounts.FindByIdAsync(person.ToString()) is { } account && (account.PasswordHash is not null || account.Passkeys.Count > 0))
        {
            return AccountState.SignedIn;
        }

        return await book.FindAsync<AccessHistory>(who.At, $"access/{person}", cancel) is null ? AccountState.None : AccountState.Invited;
    }
}
