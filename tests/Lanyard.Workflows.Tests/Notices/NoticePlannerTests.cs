using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Domain.Policies;
using Lanyard.Workflows.Notices;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Shouldly;

namespace Lanyard.Workflows.Tests.Notices;

public sealed class NoticePlannerTests
{
    private const string Condition = "the wording about Jamie Doe is settled first";

    private static readonly DateOnly Start = new(2026, 9, 7);
    private static readonly SchoolId Harbour = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly SchoolId Fellside = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly PolicyId Policy = new(new Guid(3, 0, 0, new byte[8]));
    private static readonly Person Lead = Somebody(11, new RoleHeld("computing lead", School: null));
    private static readonly Person Deputy = Somebody(12, new RoleHeld("computing lead", School: null, IsDeputy: true));
    private static readonly Person Teacher = Somebody(13, new RoleHeld("teacher", Harbour));
    private static readonly Person Neighbour = Somebody(14, new RoleHeld("teacher", Fellside));

    private readonly Dictionary<string, DateOnly> _told = new(StringComparer.Ordinal);
    private readonly HashSet<string> _over = new(StringComparer.Ordinal);
    private readonly HashSet<PersonId> _answered = [];
    private ImmutableArray<Person> _people = [Lead, Deputy, Teacher, Neighbour];

    [Fact]
    public void Consultation_WhenItOpens_IsToldToThoseWhomThePolicyIsFor()
    {
        var file = Drafted(new("draft", default, new("draft", ["staff"], Start, Start.AddDays(14), IsOpen: true), Ratification: null), Harbour);

        Plan(Start, file).Select(notice => notice.Recipient).ShouldBe([Lead.Id, Deputy.Id, Teacher.Id]);
        Plan(Start.AddDays(14), file).ShouldBeEmpty();
    }

    [Fact]
    public void Consultation_IsToldToThoseInItsGroupsOnly()
    {
        var (volunteer, parent) = (Somebody(15, new RoleHeld("volunteer", School: null)), Somebody(16, new RoleHeld("parent", Harbour)));
        _people = [Lead, volunteer, parent];

        Plan(Start, Drafted(new("draft", default, new("draft", ["parents", "students"], Start, Start.AddDays(14), IsOpen: true), Ratification: null))).Select(notice => notice.Recipient).ShouldBe([parent.Id]);
    }

    [Fact]
    public void Consultation_WhenItIsOver_IsToldToNobody() =>
        Plan(Start.AddDays(15), Drafted(new("draft", default, new("draft", ["staff"], Start, Start.AddDays(14), IsOpen: true), Ratification: null))).ShouldBeEmpty();

    [Fact]
    public void Acceptance_WhenItIsOwed_IsAskedThenRemindedThenToldToWhoeverManages()
    {
        var file = InForce();
        var told = new List<string>();
        for (var days = -3; days <= 100; days++)
        {
            told.AddRange(Plan(Start.AddDays(days), file, owing: days < 0 ? [] : [Teacher.Id]).Select(notice => $"{days}: {notice.Key[..notice.Key.IndexOf('/', StringComparison.Ordinal)]} to {Name(notice)}"));
        }

        told.ShouldBe(["0: acceptance-asked to teacher", "7: acceptance-reminder-1 to teacher", "14: acceptance-reminder-2 to teacher", "28: acceptance-reminder-3 to teacher", "35: acceptance-outstanding to computing lead"]);
    }

    [Fact]
    public void Acceptance_WhenNothingWasPlannedForAWhile_IsRemindedOfOnce()
    {
        var file = InForce();
        Plan(Start, file, owing: [Teacher.Id]).ShouldHaveSingleItem();

        Plan(Start.AddDays(20), file, owing: [Teacher.Id]).ShouldHaveSingleItem().Key.ShouldBe($"acceptance-reminder-2/{Policy}/text/{Teacher.Id}");
    }

    [Fact]
    public void Acceptance_WhenSomebodyJoinsLater_IsAskedForFromThatDay()
    {
        var file = InForce();

        Plan(Start.AddDays(90), file, owing: [Neighbour.Id]).ShouldHaveSingleItem().Kind.ShouldBe(NoticeKind.AcceptanceAsked);
        Plan(Start.AddDays(96), file, owing: [Neighbour.Id]).ShouldBeEmpty();
        Plan(Start.AddDays(97), file, owing: [Neighbour.Id]).ShouldHaveSingleItem().Kind.ShouldBe(NoticeKind.AcceptanceReminder);
    }

    [Theory]
    [InlineData(-61, "")]
    [InlineData(-60, "review-due-60")]
    [InlineData(-15, "review-due-60")]
    [InlineData(-14, "review-due-14")]
    [InlineData(0, "review-due-14")]
    [InlineData(1, "review-overdue")]
    public void Review_IsToldAheadAndWhenItIsOverdue(int days, string name)
    {
        var review = new ReviewCalendar("1.2", Start.AddYears(-1), Start, By: null);

        Plan(Start.AddDays(days), InForce(), review).Select(notice => notice.Key).ShouldBe(name.Length == 0 ? [] : [$"{name}/{Policy}/2026-09-07/{Lead.Id}"]);
    }

    [Fact]
    public void Condition_WhenItWaitsFourteenDays_IsTold()
    {
        var file = Drafted(new("draft", default, Consultation: null, new("governing body", "item 7", Start, Condition, HowMet: null)));

        Plan(Start.AddDays(13), file).ShouldBeEmpty();
        Plan(Start.AddDays(14), file).ShouldHaveSingleItem().Text.ShouldNotContain("Jamie");
        Plan(Start.AddDays(15), file).ShouldBeEmpty();
    }

    [Fact]
    public void Deputy_WhenTheHolderIsAwayOrNobodyHoldsTheRole_IsToldToo()
    {
        var review = new ReviewCalendar("1.2", Start.AddYears(-1), Start, By: null);
        Plan(Start, InForce(), review).Select(notice => notice.Recipient).ShouldBe([Lead.Id]);

        _people = [Lead with { Absence = new(Start, Start.AddDays(5)) }, Deputy];
        Plan(Start, InForce(), review).Select(notice => notice.Recipient).ShouldBe([Deputy.Id]);

        _told.Clear();
        Plan(Start.AddDays(6), InForce(), review).Select(notice => notice.Recipient).ShouldBe([Lead.Id]);

        _people = [Deputy];
        Plan(Start.AddDays(6), InForce(), review).Select(notice => notice.Recipient).ShouldBe([Deputy.Id]);
    }

    [Fact]
    public void Notices_OfWhatIsDone_AreOver_AndOthersAreNot()
    {
        var consulted = new PolicyDraft("draft", default, new("draft", ["staff"], Start, Start.AddDays(14), IsOpen: true), Ratification: null);
        var conditional = new PolicyDraft("draft", default, Consultation: null, new("governing body", "item 7", Start, Condition, HowMet: null));
        var review = new ReviewCalendar("1.2", Start.AddYears(-1), Start.AddDays(30), By: null);
        Plan(Start, InForce() with { Draft = consulted }, review, Teacher.Id, Neighbour.Id);
        Plan(Start.AddDays(7), InForce() with { Draft = consulted }, review, Teacher.Id, Neighbour.Id);
        Plan(Start.AddDays(15), InForce() with { Draft = conditional }, review, Teacher.Id, Neighbour.Id);
        Turned(Start.AddDays(15), InForce() with { Draft = conditional }, review, Teacher.Id, Neighbour.Id).ShouldBe([.. Enumerable.Repeat("consultation-open", 4)]);

        Turned(Start.AddDays(16), InForce() with { Draft = conditional }, review, Neighbour.Id).ShouldBe(["acceptance-asked", "acceptance-reminder-1", "acceptance-reminder-2"]);
        Turned(Start.AddDays(17), InForce(), review with { Due = Start.AddYears(1) }, Neighbour.Id).ShouldBe(["condition-waiting", "review-due-60"]);
        Turned(Start.AddDays(18), InForce(), review with { Due = Start.AddYears(1) }, Teacher.Id, Neighbour.Id).ShouldBe(["acceptance-asked", "acceptance-reminder-1", "acceptance-reminder-2"]); // owed again
    }

    [Fact]
    public void Consultation_WhenSomebodyHasAnswered_IsOverForThemAlone()
    {
        var file = Drafted(new("draft", default, new("draft", ["staff"], Start, Start.AddDays(14), IsOpen: true), Ratification: null));
        Plan(Start, file).Length.ShouldBe(4);
        _answered.Add(Teacher.Id);

        NoticePlanner.Turned(Data(Start, file)).ShouldHaveSingleItem().ShouldEndWith(Teacher.Id.ToString());
    }

    [Fact]
    public void Planning_WhenItIsDoneTwice_GivesNothingNew()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            _told.Clear();
            for (var day = Start; day < Start.AddDays(80); day = day.AddDays(random.Next(1, 9)))
            {
                var data = Random(random, day);
                var planned = Tell(data);
                planned.Select(notice => notice.Key).ShouldBeUnique();
                planned.ShouldAllBe(notice => notice.Key.EndsWith(notice.Recipient.ToString(), StringComparison.Ordinal) && notice.Address.StartsWith("/policies/", StringComparison.Ordinal) && !notice.Text.Contains("Somebody"));
                NoticePlanner.Plan(data).ShouldBeEmpty();
            }
        }
    }

    private NoticeData Random(Random random, DateOnly day)
    {
        var file = InForce() with
        {
            School = random.Next(2) == 0 ? null : Harbour,
            Draft = random.Next(3) switch
            {
                0 => null,
                1 => new("draft", default, new("draft", ["staff"], Start.AddDays(random.Next(3)), Start.AddDays(20), IsOpen: true), Ratification: null),
                _ => new("draft", default, Consultation: null, new("governing body", "item 7", Start.AddDays(random.Next(30)), Condition, HowMet: null)),
            },
        };
        var people = _people.Select(person => random.Next(3) == 0 ? person with { Absence = new(Start, Start.AddDays(random.Next(60))) } : person).ToImmutableArray();
        var review = random.Next(2) == 0 ? null : new ReviewCalendar("1.2", Start.AddYears(-1), Start.AddDays(random.Next(70)), By: null);
        return new(day, people, [new(file, review, [.. people.Where(_ => random.Next(2) == 0).Select(person => person.Id)], Answered: [])], _told, _over, Manages);
    }

    private static Person Somebody(int id, params RoleHeld[] roles) => new(new(new Guid(id, 0, 0, new byte[8])), new("Somebody", "somebody@oak.example"), [.. roles], Start, Left: null, Absence: null);

    private static bool Manages(RoleHeld held, SchoolId? school) => held.Role == "computing lead" && (held.School is null || held.School == school);

    private static PolicyFile Drafted(PolicyDraft draft, SchoolId? school = null) => new(Policy, "Social networking", school, draft, [], []);

    private static PolicyFile InForce() => new(Policy, "Social networking", School: null, Draft: null, [new("text", Start, new("governing body", "item 7", Start, Condition: null, HowMet: null), Consultation: null)], []);

    private string Name(Notice notice) => _people.Single(person => person.Id == notice.Recipient).Roles[0].Role;

    private ImmutableArray<Notice> Plan(DateOnly day, PolicyFile file, ReviewCalendar? review = null, params PersonId[] owing) =>
        Tell(Data(day, file, review, owing));

    // What turns over or back, by the first word of its key; it is taken note of.
    private IEnumerable<string> Turned(DateOnly day, PolicyFile file, ReviewCalendar? review = null, params PersonId[] owing)
    {
        var turned = NoticePlanner.Turned(Data(day, file, review, owing));
        _over.SymmetricExceptWith(turned);
        return turned.Select(key => key[..key.IndexOf('/', StringComparison.Ordinal)]);
    }

    private NoticeData Data(DateOnly day, PolicyFile file, ReviewCalendar? review = null, params PersonId[] owing) =>
        new(day, _people, [new(file, review, [.. owing], [.. _answered])], _told, _over, Manages);

    private ImmutableArray<Notice> Tell(NoticeData data)
    {
        var planned = NoticePlanner.Plan(data);
        foreach (var notice in planned)
        {
            _told.Add(notice.Key, data.Day);
        }

        return planned;
    }
}
