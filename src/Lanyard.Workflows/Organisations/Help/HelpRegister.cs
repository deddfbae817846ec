using Lanyard.Domain.Organisations;

namespace Lanyard.Workflows.Organisations.Help;

/// <summary>Where the people of an organisation find help: one row, once it has been set.</summary>
public sealed class HelpRegister : Register<HelpContacts>
{
    /// <inheritdoc/>
    public override string Name => "help";

    /// <summary>The subject of an organisation's row.</summary>
    public static string SubjectOf(OrganisationId organisation) => $"help/{organisation}";

    /// <inheritdoc/>
    protected override HelpContacts? After(HelpContacts? row, Happening happening) => happening.Event switch
    {
        HelpContactsSet { Content: { } content } => content,
        _ => row,
    };
}
