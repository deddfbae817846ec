using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Workflows.People;
using Lanyard.Workflows.People.Import;
using Shouldly;

namespace Lanyard.Workflows.Tests.People.Import;

public sealed class ImportPlannerTests
{
    private static readonly DateOnly Today = new(2026, 9, 7);
    private static readonly SchoolId Oak = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly SchoolId Ash = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly PersonRules Rules = new(Today, held => held is { Role: "computing lead", School: null });
    private static readonly Person Lead = Known(1, new("Priya Anand", "lead@oak.example"), new RoleHeld("computing lead", School: null));
    private static readonly Person Tom = Known(2, new("Tom Okafor", "tom@oak.example", "S1"), new RoleHeld("teacher", Oak));

    private static ImportSetting Setting { get; } = new("Oak Trust", [new(Oak, "Oak Primary"), new(Ash, "Ash Secondary")], _ => true, Rules, RecordsLeavers: false);

    [Fact]
    public void Plan_WhenTheFileIsNew_AddsEachWithRolesAndSchools()
    {
        var plan = Plan("id,name,email,roles,school,year group,upn\nS9, Jo Carter ,jo@oak.example,TEACHER; deputy DSL @ whole organisation,oak primary,,\nP1,Alex Reed,,pupil,Ash Secondary,Year 7,");

        plan.Problems.ShouldBeEmpty();
        plan.Joins.Select(join => join.Details).ShouldBe([new("Jo Carter", "jo@oak.example", "S9"), new("Alex Reed", Email: null, "P1", Upn: null, 7)]);
        plan.Joins[0].Roles.ShouldBe([new("teacher", Oak), new("designated safeguarding lead", School: null, IsDeputy: true)]);
        plan.Joins[1].Roles.ShouldBe([new("student", Ash)]);
    }

    [Fact]
    public void Plan_WhenTheSameFileComesTwice_PlansNothing()
    {
        const string File = "id;name;email;roles;school\nS9;Jo Carter;jo@oak.example;\"teacher;governor\";Oak Primary\n;Sam Reed;sam@oak.example;staff;\n";
        var people = After(Plan(File), [Lead, Tom]);

        var again = Plan(File, people);

        again.IsEmpty.ShouldBeTrue();
        (again.Unchanged, people.Count).ShouldBe((2, 4));
    }

    [Fact]
    public void Plan_WhenSomethingIsDifferent_ShowsOldAndNew_AndLeavesWhatTheFileDoesNotTell()
    {
        var plan = Plan("EMAIL,Id,Forename,Surname\nt.okafor@oak.example,S1,Tom,Okafor-Lee");

        var change = plan.Changes.ShouldHaveSingleItem();
        (change.Before, change.Details, change.Roles.Single()).ShouldBe((Tom, new("Tom Okafor-Lee", "t.okafor@oak.example", "S1"), Tom.Roles.Single()));
    }

    [Theory]
    [InlineData("S9,Jo,j@oak.example,teacher,Oak Primry,,", "There is no school called `Oak Primry`", "Did you mean Oak Primary?")]
    [InlineData("S9,Jo,not an address,teacher,,,", "`not an address` is not an email address", "Write one address")]
    [InlineData("S9,,j@oak.example,teacher,,,", "The name is missing", "Write the full name")]
    [InlineData("S9,Jo,j@oak.example,,,,", "The role is missing", "Write at least one")]
    [InlineData(",Jo,,teacher,,,", "There is neither an id nor an email address", "Give one of them")]
    [InlineData("P9,Jo,,student,,7,B820001105001", "The UPN `B820001105001` is wrong", "The check letter")]
    [InlineData("P9,Jo,,student,,7,A82", "The UPN `A82` is wrong", "A UPN has 13 characters")]
    [InlineData(
        "S9,Jo,j@oak.example,teacher,,,,too,many", "The line has 9 cells, but the header names 7",
        "Put quotation marks")]
    public void Plan_WhenALineIsWrong_SaysWhereAndHowToMendIt(string lines, string text, string help)
    {
        var plan = Plan("id,name,email,roles,school,year group,upn\n" + lines);

        plan.Problems.ShouldContain(problem => problem.Line == 2 + lines.Count(letter => letter == '\n') && text.Split('|').Contains(problem.Text) && help.Split('|').Any(problem.Help.StartsWith));
        plan.Joins.ShouldBeEmpty();
    }

    [Fact]
    public void Plan_WhenTwoLinesClash_KeepsTheFirst_AndShowsBothNames()
    {
        var plan = Plan("id,name,email,roles\nS9,Ann,ann@oak.example,teacher\nS9,Ben,ben@oak.example,teacher");

        plan.Problems.ShouldHaveSingleItem().Text.ShouldBe("The id `S9` stands on line 2 too: Ann there, Ben here");
        plan.Joins.ShouldHaveSingleItem().Details.Name.ShouldBe("Ann");
    }

    [Fact]
    public void Plan_WhenTwoPeopleSwapAddresses_FindsNoClash()
    {
        var other = Known(3, new("Una", "una@oak.example", "S2"), new RoleHeld("teacher", Oak));

        var plan = Plan("id,name,email\nS1,Tom Okafor,una@oak.example\nS2,Una,tom@oak.example", [Lead, Tom, other]);

        (plan.Problems.Length, plan.Changes.Length).ShouldBe((0, 2));
    }

    [Fact]
    public void Plan_WhenSomebodyKnownByHandIsInTheFile_GivesThemTheId() =>
        Plan("id,name,email\nS7,Priya Anand,LEAD@oak.example").Changes.ShouldHaveSingleItem().Details.ExternalId.ShouldBe("S7");

    [Fact]
    public void Plan_WhenSomebodyWhoLeftIsInTheFile_BringsThemBack()
    {
        var plan = Plan("id,name,email\nS1,Tom Okafor,tom@oak.example", [Lead, Tom with { Left = new(2026, 7, 1) }]);

        plan.Do(() => default, Today).Events.ShouldBe([new PersonReturned(Tom.Id, Today)]);
    }

    [Fact]
    public void Plan_RecordsLeavers_OnlyWhenAsked_AndOnlyOfPlacesInTheFile()
    {
        var elsewhere = Known(3, new("Una", Email: null, "S2"), new RoleHeld("teacher", Ash));
        const string File = "id,name,roles,school\nS9,Jo,teacher,Oak Primary";

        Plan(File, [Lead, Tom, elsewhere]).Leavers.ShouldBeEmpty();
        Plan(File, [Lead, Tom, elsewhere], Setting with { RecordsLeavers = true }).Leavers.ShouldBe([Tom]);
        Plan(File + "\nS8,Kim,teacher,Elm Primary", [Lead, Tom, elsewhere], Setting with { RecordsLeavers = true })
            .Leavers.ShouldBeEmpty();
    }

    [Fact]
    public void Plan_WhenTheLastWhoLooksAfterPeopleWouldGo_IsRefused()
    {
        var plan = Plan("email,name,roles\nlead@oak.example,Priya Anand,teacher");

        plan.Do(() => default, Today).Events.ShouldBeEmpty();
        plan.Refusals.ShouldHaveSingleItem().Text.ShouldStartWith("Nobody would be left who can look after the people");
    }

    [Fact]
    public void Plan_ByTheHeadOfOneSchool_TouchesNobodyOfAnother()
    {
        var setting = Setting with { Manages = school => school == Ash };

        var plan = Plan("id,name,email,roles,school\nS1,Tom,tom@oak.example,teacher,Ash Secondary\nS8,Kim,,teacher,Oak Primary\nS9,Jo,,teacher,\nS7,Ann,,teacher,Ash Secondary", [Lead, Tom], setting);

        plan.Problems.Select(problem => (problem.Line, problem.Text)).ShouldBe(
        [
            (2, "This person also belongs to a school that is not yours"), (3, "You do not look after the people of `Oak Primary`"), (4, "You do not look after the people of the whole organisation"),
        ]);
        plan.Joins.ShouldHaveSingleItem().Details.Name.ShouldBe("Ann");
    }

    [Theory]
    [InlineData("name,roles", true)]
    [InlineData("id,name,surname,forename,family name", false)]
    public void Read_WhenTheHeaderIsNotEnough_AsksForTheColumns(string header, bool asks) =>
        PeopleCsv.Read(Tables.Of("people.csv", header), ImportAnswers.None).NeedsColumns.ShouldBe(asks);

    [Fact]
    public void Read_WhenAColumnIsUnknown_SaysSo() =>
        PeopleCsv.Read(Tables.Of("people.csv", "id,name,emial,shoe size"), ImportAnswers.None)
            .Notes.Select(note => note.Text)
            .ShouldBe(["The column `emial` was not read. Did you mean email?", "The column `shoe size` was not read."]);

    [Fact]
    public void Template_IsReadWithoutAProblem_OnceTheSchoolHasItsName() =>
        Plan(PeopleCsv.Template.Replace("Name of the school", "Oak Primary")).Problems.ShouldBeEmpty();

    private static Person Known(int number, PersonDetails details, params ImmutableArray<RoleHeld> roles) =>
        new(new(new Guid(number, 1, 0, new byte[8])), details, roles, new(2026, 1, 1), Left: null, Absence: null);

    private static ImportPlan Plan(string csv, IReadOnlyList<Person>? people = null, ImportSetting? setting = null) =>
        ImportPlanner.Plan(
            PeopleCsv.Read(Tables.Of("people.csv", csv), ImportAnswers.None), people ?? [Lead, Tom], setting
            ?? Setting);

    private static List<Person> After(ImportPlan plan, IReadOnlyList<Person> people)
    {
        var number = 100;
        var joined = plan.Do(() => new(new Guid(number++, 1, 0, new byte[8])), Today).Events.OfType<PersonJoined>();
        return [.. people, .. joined.Select(each => new Person(each.Person, each.Content, each.Roles, Today, Left: null, Absence: null))];
    }
}
