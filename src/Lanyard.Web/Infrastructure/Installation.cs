using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Accounts;

namespace Lanyard.Web.Infrastructure;

/// <summary>What belongs to no organisation: the accounts, the sessions, the one-time links.</summary>
public static class Installation
{
    /// <summary>The partition that holds it.</summary>
    public static OrganisationId Partition { get; } = new(Guid.Empty);

    /// <summary>How many accounts there are.</summary>
    public static Task<long> CountAccountsAsync(RecordBook book, CancellationToken cancel) => book.Store.Read(Partition).CountAsync(AccountStore.Register, term: null, cancel);
}
