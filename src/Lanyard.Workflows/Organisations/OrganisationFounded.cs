using Lanyard.Domain.Organisations;

namespace Lanyard.Workflows.Organisations;

/// <summary>An organisation began to use Lanyard.</summary>
public sealed record OrganisationFounded(OrganisationId Organisation, string Name, OrganisationKind Kind, Jurisdiction Jurisdiction) : Event
{
    /// <inheritdoc/>
    public override string Subject => $"organisation/{Organisation}";
}
