using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People.InvitePeople;

/// <summary>A page about inviting people.</summary>
public abstract class InvitationsPageBase(Visit visit, RecordBook book, PeopleDesk desk, InvitationDesk invitations, ServerOptions options) : PeoplePage(visit, book, desk)
{
    /// <summary>What stands in the address when those invited before are invited again.</summary>
    public const string Yes = "yes";

    /// <summary>Whether those who were invited before and have not signed in are invited again.</summary>
    [BindProperty(Name = "again", SupportsGet = true)]
    public string Again { get; set; } = "";

    /// <summary>Everybody, and where they stand.</summary>
    public IReadOnlyList<InvitationLine> Lines { get; private set; } = [];

    /// <summary>Whether mail can be sent at all.</summary>
    public bool HasMail => options.MailServer is not null;

    /// <summary>Invites them.</summary>
    protected InvitationDesk Invitations { get; } = invitations;

    /// <summary>Those of a standing.</summary>
    public IReadOnlyList<InvitationLine> Of(InvitationStanding standing) => [.. Lines.Where(line => line.Standing == standing)];

    /// <summary>Those who are sent an invitation.</summary>
    public IReadOnlyList<InvitationLine> ToSend() =>
        [.. Lines.Where(line => line.Standing == InvitationStanding.Uninvited || (Again == Yes && line is { Standing: InvitationStanding.Invited, IsWaiting: false }))];

    /// <summary>A number of people in words.</summary>
    public static string People(int number) => number == 1 ? "1 person" : $"{number} people";

    /// <summary>Reads who asks and everybody whom they look after.</summary>
    protected async Task ReadAsync(CancellationToken cancel)
    {
        await ReadWhoAsync(cancel);
        Lines = await Invitations.ListAsync(Who, cancel);
    }
}
