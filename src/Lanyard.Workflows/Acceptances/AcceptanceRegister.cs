using Lanyard.Domain.People;
using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Acceptances;

/// <summary>Who accepted which version of which policy.</summary>
public sealed class AcceptanceRegister : Register<Acceptance>
{
    /// <inheritdoc/>
    public override string Name => "acceptance";

    /// <summary>The row of one person and one version. Two policies may have the same text, and then each is accepted for itself.</summary>
    public static string Key(PersonId person, PolicyId policy, string hash) => $"acceptance/{person}-{policy}-{hash}";

    /// <summary>How the acceptances of a version are found.</summary>
    public static string VersionTerm(PolicyId policy, string hash) => $"version={policy}-{hash}";

    /// <summary>How what a person accepted is found.</summary>
    public static string PersonTerm(PersonId person) => $"person={person}";

    /// <summary>How the acceptances of a policy in any version are found.</summary>
    public static string PolicyTerm(PolicyId policy) => $"policy={policy}";

    /// <inheritdoc/>
    protected override Acceptance? After(Acceptance? row, Happening happening) => happening.Event switch
    {
        PolicyAccepted accepted => row ?? new(accepted.Person, accepted.Policy, accepted.Hash, happening.At),
        _ => row,
    };

    /// <inheritdoc/>
    protected override IEnumerable<string> Terms(Acceptance row) => [VersionTerm(row.Policy, row.Hash), PersonTerm(row.Person), PolicyTerm(row.Policy)];
}
