using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Workflows.Access.Cases;
using Lanyard.Workflows.People;

namespace Lanyard.Accounts;

/// <summary>Tells how a person can sign in, without opening their account for a change.</summary>
public sealed class SecondFactors(RecordBook book)
{
    private readonly KeptRows<Account> _rows = new(book.Store, Installation.Partition, AccountStore.Register);

    /// <summary>Whether somebody's roles ask for more than a password.</summary>
    public static bool AreNeededBy(Person person) => CaseRoles.AreHeldBy(person);

    /// <summary>Whether a person has codes or a passkey.</summary>
    public async Task<bool> HasOneAsync(PersonId person, CancellationToken cancel) =>
        await _rows.FindAsync(person.ToString(), cancel) is { Value.HasSecondFactor: true };

    /// <summary>Whether a person has any way of signing in.</summary>
    public async Task<bool> HasWayInAsync(PersonId person, CancellationToken cancel) =>
        await _rows.FindAsync(person.ToString(), cancel) is { Value.HasWayIn: true };
}
