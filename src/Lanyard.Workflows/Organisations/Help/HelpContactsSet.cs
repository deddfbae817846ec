using System.Text.Json.Serialization;
using Lanyard.Domain.Organisations;

namespace Lanyard.Workflows.Organisations.Help;

/// <summary>An organisation said where its people find help. Sealed, because it may name who to tell.</summary>
public sealed record HelpContactsSet(OrganisationId Organisation) : SealedEvent<HelpContacts>
{
    /// <inheritdoc/>
    public override string Subject => HelpRegister.SubjectOf(Organisation);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string KeyName => Subject;
}
