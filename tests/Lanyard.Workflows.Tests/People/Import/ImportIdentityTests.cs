using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Workflows.People;
using Lanyard.Workflows.People.Import;
using Shouldly;

namespace Lanyard.Workflows.Tests.People.Import;

/// <summary>Nobody is taken for somebody else.</summary>
public sealed class ImportIdentityTests
{
    private const string Header = "id,name,email,roles,school,year group,upn\n";

    private static readonly DateOnly Today = new(2026, 9, 7);
    private static readonly SchoolId Oak = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly SchoolId Ash = new(new Guid(2, 0, 0, new byte[8]));

    private readonly List<Person> _people = [
        Somebody(
        1, "Priya Anand", "lead@oak.example", id: null, year: null, new RoleHeld("computing lead", School: null))];
    private int _next = 100;

    [Fact]
    public void IdsOfTwoSchools_AreTwoPeoples()
    {
        Import("12,Imani Cole,,student,Oak Primary,3,\n13,Leo Hart,,student,Oak Primary,4,");
        var plan = Plan("12,Otis Penn,,student,Ash Secondary,9,\n13,Nell Ives,,student,Ash Secondary,10,");

        (plan.Joins.Length, plan.Changes.Length, plan.Questions.Length).ShouldBe((2, 0, 0));
    }

    [Fact]
    public void IdsOfStaffAndPupils_AreTwoPeoples()
    {
        Import("12,Imani Cole,,student,Oak Primary,3,");

        Plan("12,Maud Lane,maud@oak.example,teacher,Oak Primary,,").Joins.ShouldHaveSingleItem()
            .Details.Name.ShouldBe("Maud Lane");
    }

    [Theory]
    [InlineData("12,Otis Penn,,student,Oak Primary,3,", SameReason.IdWithAnotherName)]
    [InlineData("12,Ira Cole,,student,Oak Primary,3,", SameReason.IdWithAnotherName)] // a brother who got the number
    [InlineData("12,Imani Cole,,student,Ash Secondary,7,", SameReason.IdElsewhere)]
    [InlineData("0012,Imani Cole,,student,Oak Primary,3,", SameReason.IdWithoutZeros)]
    [InlineData("77,Imani Cole,,student,Oak Primary,3,", SameReason.Name)]
    [InlineData("77,IMANI  CÖLE,,student,Oak Primary,4,", SameReason.Name)]
    public void Likeness_IsAQuestion_AndNothingHappensUntilSomebodySays(string line, SameReason reason)
    {
        Import("12,Imani Cole,,student,Oak Primary,3,");

        var plan = Plan(line, leavers: true);
        (plan.IsEmpty, plan.Waiting).ShouldBe((true, 1));
        plan.Questions.ShouldHaveSingleItem().Reason.ShouldBe(reason);

        Plan(line, said: SameAnswer.Same).Changes.Length.ShouldBe(1);
        Plan(line, said: SameAnswer.Other).Joins.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("12,Imani Reed,,student,Oak Primary,3,")]
    [InlineData("12,Imany Cole,,student,Oak Primary,3,")]
    public void AChangedName_IsAChange_AndIsCounted(string line)
    {
        Import("12,Imani Cole,,student,Oak Primary,3,");

        var plan = Plan(line);
        (plan.Changes.Length, plan.Renamed, plan.Questions.Length).ShouldBe((1, 1, 0));
    }

    [Fact]
    public void OneSchoolWithTwoPupilsOfOneName_StaysTwo_EachTime()
    {
        const string File = "1,Zoë Bell,,student,Oak Primary,3,\n2,Zoe\u0308 Bell,,student,Oak Primary,3,";
        Import(File);
        var again = Plan(File);

        (_people.Count, again.IsEmpty, again.Unchanged, again.Questions.Length).ShouldBe((3, true, 2, 0));
        _people.Count(person => person.Name == "Zoë Bell").ShouldBe(2);
    }

    [Theory]
    [InlineData("S2,Tamsin Okafor,tom@oak.example,teacher,Oak Primary,,")]
    [InlineData("S2,Tom Okafor,tom@oak.example,teacher,Oak Primary,,")]
    [InlineData(",Tom Okafor,TOM@oak.example,teacher,Oak Primary,,")]
    public void TheAddressOfALeaver_MakesNobodyTheLeaver(string line)
    {
        _people.Add(
            Somebody(
            2, "Tom Okafor", "tom@oak.example", "S1", year: null,
            new RoleHeld("teacher", Oak)) with { Left = new(2026, 7, 1) });

        var plan = Plan(line);
        plan.Questions.ShouldHaveSingleItem().Reason.ShouldBe(SameReason.AddressOfALeaver);
        plan.Joins.ShouldHaveSingleItem().Details.Email.ShouldNotBeNull();
        Plan(line, said: SameAnswer.Same).Changes.ShouldHaveSingleItem().ComesBack.ShouldBeTrue();
    }

    [Fact]
    public void ALeaverWhoseIdIsGivenAgain_IsAskedAbout()
    {
        _people.Add(
            Somebody(
            2, "Tom Okafor", "tom@oak.example", "S1", year: null,
            new RoleHeld("teacher", Oak)) with { Left = new(2026, 7, 1) });

        Plan("S1,Tom Baker,baker@oak.example,teacher,Oak Primary,,").Questions.ShouldHaveSingleItem()
            .Waits.ShouldBeTrue();
        Plan("S1,Tom Okafor,tom@oak.example,teacher,Oak Primary,,").Changes.ShouldHaveSingleItem()
            .ComesBack.ShouldBeTrue();
    }

    [Theory]
    [InlineData("3.1E+11")]
    [InlineData("1,2E+10")]
    [InlineData("4e+12")]
    public void AnIdThatASpreadsheetHasCut_IsRefused(string id) =>
        Plan($"\"{id}\",Imani Cole,,student,Oak Primary,3,").Problems.ShouldHaveSingleItem()
            .Text.ShouldBe($"A spreadsheet has cut the id `{id}` short");

    [Fact]
    public void Leavers_AreLookedForAmongThoseOfWhomTheFileTells()
    {
        Import("S1,Ada Hill,,teacher,Oak Primary,,\nS2,Bo Lane,,teacher,Oak Primary,,\nP1,Cy Dunn,,student,Oak "
            + "Primary,3,\nP2,Di Egan,,student,Ash Secondary,8,\nG1,Ed Dunn,ed@x.example,parent,Oak Primary,,\nH1,Flo "
            + "Gray,,governor,,,");

        var plan = Plan("S1,Ada Hill,,teacher,Oak Primary,,", leavers: true);
        plan.Leavers.Select(person => person.Name).ShouldBe(["Bo Lane"]);
        plan.Scope.ShouldBe([new(PersonKind.Staff, Oak)]);
        (plan.InScope, plan.AsksForNumber).ShouldBe((2, false));
    }

    [Fact]
    public void Leavers_OfAnotherSystem_AreNotSweptUp()
    {
        Import("S1,Ada Hill,,teacher,Oak Primary,,\nS2,Bo Lane,,teacher,Oak Primary,,");
        _people.Add(
            Somebody(50, "Kit Moss", email: null, "u9", year: null, new RoleHeld("teacher", Oak)) is var kit
            ? kit with { Details = kit.Details! with { Source = "OneRoster" } } : null!);

        Plan("S1,Ada Hill,,teacher,Oak Primary,,", leavers: true).Leavers.Select(person => person.Name)
            .ShouldBe(["Bo Lane"]);
    }

    [Fact]
    public void ManyLeavers_AreConfirmedByTheirNumber()
    {
        Import(string.Join(
            '\n', Enumerable.Range(1, 30).Select(number => $"P{number},Pupil Number{number},,student,Oak Primary,3,")));

        Plan(string.Join(
            '\n', Enumerable.Range(5, 26).Select(number => $"P{number},Pupil Number{number},,student,Oak Primary,3,")),
            leavers: true).AsksForNumber.ShouldBeTrue();
        Plan(string.Join(
            '\n', Enumerable.Range(4, 27).Select(number => $"P{number},Pupil Number{number},,student,Oak Primary,3,")),
            leavers: true).AsksForNumber.ShouldBeFalse();
    }

    [Fact]
    public void ASharedAddress_IsAContactOfEach_AndNobodysToSignInWith()
    {
        const string File = "P1,Ada Reed,reeds@x.example,student,Oak Primary,3,\nP2,Ben "
            + "Reed,Reeds@x.example,student,Oak Primary,5,";
        var plan = Plan(File);
        plan.Problems.ShouldBeEmpty();
        plan.Joins.Select(join => (join.Details.Name, join.Details.Email, join.Details.ContactEmail))
            .ShouldBe([("Ada Reed", null, "reeds@x.example"), ("Ben Reed", null, "Reeds@x.example")]);
        plan.Notes.ShouldContain(
            note => note.Text.Contains("Ada Reed (line 2) and Ben Reed (line 3) share", StringComparison.Ordinal));

        Import(File);
        Plan(File).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void ACouplesMailbox_StaysWithWhoSignsInWithIt()
    {
        Import("G1,Ann Yeo,yeo@x.example,parent,Oak Primary,,");

        var plan = Plan("G2,Raj Yeo,yeo@x.example,parent,Oak Primary,,");
        plan.Joins.ShouldHaveSingleItem()
            .Details.ShouldBe(new("Raj Yeo", Email: null, "G2", ContactEmail: "yeo@x.example"));
        plan.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void TwoRowsOfOnePerson_AreOneWithBothRoles()
    {
        var plan = Plan(
            "S1,Ann Fox,ann@x.example,teacher,Oak Primary,,\nS1,Ann Fox,ANN@x.example,teacher,Ash Secondary,,\nS2,Raj "
                + "Bell,,teacher,Oak Primary,,\nS2,Bell Raj,,governor,,,\n5,Kim Low,,student,Oak Primary,3,\n5,Kim "
                + "Low,,student,Ash Secondary,7,");

        plan.Problems.ShouldBeEmpty();
        plan.Joins.Select(join => (join.Details.Name, join.Roles.Length))
            .ShouldBe([("Ann Fox", 2), ("Raj Bell", 2), ("Kim Low", 1), ("Kim Low", 1)]);
        plan.Notes.Select(note => note.Text)
            .ShouldContain("Lines 2 and 3 are one person, Ann Fox, who holds the roles of each.");
    }

    private static Person Somebody(
        int number, string name, string? email, string? id, int? year, params ImmutableArray<RoleHeld> roles) =>
        new(new(new Guid(number, 1, 0, new byte[8])), new(name, email, id, Upn: null, year), roles, new(2026, 1, 1),
            Left: null, Absence: null);

    private ImportPlan Plan(string lines, bool leavers = false, SameAnswer said = SameAnswer.Unsaid)
    {
        var answers = ImportAnswers.None with { Same = ImmutableDictionary<int, SameAnswer>.Empty.Add(2, said) };
        var setting = new ImportSetting(
            "Oak Trust", [new(Oak, "Oak Primary"), new(Ash, "Ash Secondary")], _ =>
            true, new(Today, held => held is { Role: "computing lead", School: null }), leavers) { Answers = answers };
        return ImportPlanner.Plan(PeopleCsv.Read(Tables.Of("people.csv", Header + lines), answers), _people, setting);
    }

    private void Import(string lines) =>
        _people.AddRange(
            Plan(lines)
            .Joins.Select(
            join => new Person(
            new(new Guid(_next++, 1, 0, new byte[8])), join.Details, join.Roles, Today, Left: null, Absence: null)));
}
