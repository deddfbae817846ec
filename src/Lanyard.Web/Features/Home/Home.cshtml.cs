using Lanyard.Records;
using Lanyard.Web.Features.Evidence;
using Lanyard.Web.Features.Notices;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Web.Features.Home;

/// <summary>What waits for a person, by what they may do.</summary>
[Needs(Permission.BeHere)]
public sealed class HomePage(Visit visit, RecordBook book, WaitingTasks tasks, SetUpSteps steps, OwnNotices notices, EvidenceReader evidence) : LanyardPage(visit, book)
{
    private static readonly (string Role, string Question)[] Examples =
    [
        ("staff", "may I follow back a girl who left year 11 in July?"),
        ("young person", "may I post a photo of my class on TikTok?"),
        ("governor", "may I comment on Facebook about the school?"),
        ("family", "may I post a photo of the school play on Facebook?"),
        ("person", "may I message a pupil on WhatsApp?"),
    ];

    public Who Who { get; private set; } = null!; // set before the page is drawn

    public IReadOnlyList<WaitingTask> Tasks { get; private set; } = [];

    /// <summary>What is left, and what is done, on the way from empty to ready; none once it is.</summary>
    public IReadOnlyList<SetUpStep> SetUp { get; private set; } = [];

    public long Unread { get; private set; }

    /// <summary>Where the policies stand, for those who see the evidence.</summary>
    public IReadOnlyList<PolicyToday> Policies { get; private set; } = [];

    /// <summary>How many things are not as they should be.</summary>
    public int ToPutRight { get; private set; }

    /// <summary>Whether the person is a pupil: then the page says where they find help.</summary>
    public bool IsYoung => Who.Person.Roles.Any(held => Roles.IsA(held.Role, "young person"));

    /// <summary>A question that somebody in a role of theirs might ask.</summary>
    public string Example => Examples.First(each => Who.Person.Roles.Any(held => Roles.IsA(held.Role, each.Role)) || each.Role == "person").Question;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Who = await Visit.GetAsync(cancel);
        Tasks = await tasks.OfAsync(Who, Visit.Today, cancel);
        SetUp = await steps.OfAsync(Who, Visit.Today, cancel);
        if (Who.MaySomewhere(Permission.SeeEvidence))
        {
            var today = await evidence.TodayAsync(Who.At, Visit.Today, cancel);
            Policies = [.. today.InForceFor(Who)];
            ToPutRight = today.InconsistenciesFor(Who).Count();
        }

        Unread = await notices.UnreadAsync(Who, Visit.Today, cancel);
    }
}
