using System.Collections.Immutable;

namespace Lanyard.Workflows.Organisations.Help;

/// <summary>Where people of an organisation find help at once.</summary>
/// <param name="Emergency">The number to call in danger.</param>
/// <param name="Lines">The lines outside the organisation, in the order in which they are shown.</param>
/// <param name="Tell">Who to tell in the organisation and in each of its schools.</param>
public sealed record HelpContacts(string Emergency, ImmutableArray<HelpLine> Lines, ImmutableArray<PersonToTell> Tell)
{
    /// <summary>What holds in the United Kingdom until an organisation sets its own: public lines, and free.</summary>
    public static HelpContacts Uk { get; } = new(
        "999",
        [
            new("Childline", "0800 1111", "For anybody under 19. Free, and it does not show on a phone bill."),
            new("Samaritans", "116 123", "For anybody, of any age. Free, day and night."),
            new("NSPCC", "0808 800 5000", "For adults who are worried about a child."),
        ],
        []);
}
