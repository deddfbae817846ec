using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.Access;

/// <summary>The last changes to a person's ways of signing in, newest first.</summary>
public sealed record AccessHistory(PersonId Person, ImmutableArray<AccessHistoryLine> Lines)
{
    /// <summary>The last link or invitation that the person was given; <see langword="null"/> if there was none.</summary>
    public AccessHistoryLine? LastInvitation() => Lines.FirstOrDefault(line => line.Change is AccessChange.LinkMade or AccessChange.LinkMadeOnServer or AccessChange.Invited);

    /// <summary>Whether the letter with the last invitation was given up, or refused for good.</summary>
    [JsonIgnore]
    public bool IsUndelivered => Outcome() is AccessChange.NotDelivered or AccessChange.MailRefused;

    /// <summary>Whether the mail server refused the letter with the last invitation for good.</summary>
    [JsonIgnore]
    public bool IsRefused => Outcome() == AccessChange.MailRefused;

    private AccessChange? Outcome() => Lines.FirstOrDefault(line => line.Change is
        AccessChange.LinkMade or AccessChange.LinkMadeOnServer or AccessChange.Invited or AccessChange.NotDelivered
        or AccessChange.MailRefused)?.Change;
}
