using Lanyard.Domain.People;
using Lanyard.Records.Storage;
using Lanyard.Workflows.Access;

namespace Lanyard.Accounts;

/// <summary>Tells the owner of an account what changed about it, so that they learn of what they did not do themselves.</summary>
public interface IOwnerNews
{
    /// <summary>Puts the news down in the transaction that records the change. Not every change is news.</summary>
    Task PutAsync(IRecordTransaction write, PersonId person, AccessChange change, CancellationToken cancel);

    /// <summary>Sends it on its way, once the transaction is done.</summary>
    void Send();
}
