using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Web.Accounts;

/// <summary>Tells whether a person signs in with more than a password.</summary>
public sealed class SecondFactors(RecordBook book)
{
    private readonly KeptRows<Account> _rows = new(book.Store, Installation.Partition, AccountStore.Register);

    /// <summary>Whether a person has codes or a passkey.</summary>
    public async Task<bool> HasOneAsync(PersonId person, CancellationToken cancel) =>
        await _rows.FindAsync(person.ToString(), cancel) is { Value: var account } && (account.TwoFactorEnabled || account.Passkeys.Count > 0);
}
