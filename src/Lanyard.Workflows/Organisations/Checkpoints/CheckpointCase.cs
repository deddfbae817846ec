using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
using Lanyard.Workflows.People;

namespace Lanyard.Workflows.Organisations.Checkpoints;

/// <summary>Who may be named to keep checkpoints.</summary>
public static class CheckpointCase
{
    private const int Most = 10;

    /// <summary>Names who keeps the checkpoints of an organisation, or says all that is wrong with it.</summary>
    public static Outcome Set(OrganisationId organisation, ImmutableArray<string> addresses) =>
        Outcome.Of(Refusals(addresses),
            () => [new CheckpointRecipientsSet(organisation) { Content = new(addresses) }]);

    private static IEnumerable<Refusal> Refusals(ImmutableArray<string> addresses)
    {
        if (addresses.Length > Most)
        {
            yield return new("Addresses", $"Enter {Most} addresses or fewer");
        }

        foreach (var address in addresses.Where(address => !DetailChecks.IsEmail(address)))
        {
            yield return new("Addresses", $"\"{address}\" is not an email address: enter one on each line");
        }
    }
}
