using Lanyard.Domain.People;
using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Acceptances;

/// <summary>A person read and accepted one version of a policy.</summary>
/// <param name="Person">Who.</param>
/// <param name="Policy">Which policy.</param>
/// <param name="Hash">The content hash of the version, so that a changed text asks again.</param>
/// <param name="UnderClause">The clause that asks for it, if one does.</param>
public sealed record PolicyAccepted(PersonId Person, PolicyId Policy, string Hash, string? UnderClause) : Event
{
    /// <inheritdoc/>
    public override string Subject => AcceptanceRegister.Key(Person, Policy, Hash);

    /// <inheritdoc/>
    public override string? PolicyHash => Hash;

    /// <inheritdoc/>
    public override string? Clause => UnderClause;
}
