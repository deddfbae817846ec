using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.Access;

namespace Lanyard.Web.Features.People.InvitePeople;

/// <summary>Shows who can be invited to an account, who has been, and who cannot and why.</summary>
[Needs(Permission.ManagePeople)]
public sealed class InvitePeoplePage(Visit visit, RecordBook book, PeopleDesk desk, InvitationDesk invitations, ServerOptions options) : InvitationsPageBase(visit, book, desk, invitations, options)
{
    public int Waiting => Lines.Count(line => line.IsWaiting);

    /// <summary>How many could be sent another invitation.</summary>
    public int Repeatable => Lines.Count(line => line is { Standing: InvitationStanding.Invited, IsWaiting: false });

    public IReadOnlyList<FieldChoice> AgainChoices => [new(Yes, $"Send again to {People(Repeatable)} who {(Repeatable == 1 ? "was" : "were")} given a link before and {(Repeatable == 1 ? "has" : "have")} not signed in", "The link that they have stops to work")];

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);
}
