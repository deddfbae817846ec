using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Workflows.Access.Cases;
using Lanyard.Workflows.People;
using Shouldly;

namespace Lanyard.Workflows.Tests.Access.Cases;

/// <summary>What one person may give alone, and what they may not.</summary>
public sealed class CaseRoleGateTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);
    private static readonly SchoolId School = new(new Guid(9, 0, 0, new byte[8]));
    private static readonly RoleHeld Safeguarding = new("designated safeguarding lead", School: null);
    private static readonly RoleHeld Teacher = new("teacher", School: null);
    private static readonly Person Lead = Somebody(1, new RoleHeld("computing lead", School: null));
    private static readonly Person Tom = Somebody(2, Teacher);
    private static readonly Person Ruth = Somebody(3, Safeguarding);

    [Fact]
    public void AManager_GivesSuchARoleToNobodyAlone()
    {
        var outcome = Pass(Lead, new PersonChanged(Tom.Id, [Teacher, Safeguarding]) { Content = Tom.Details });

        outcome.Events.ShouldHaveSingleItem().ShouldBeOfType<CaseRoleAsked>().ShouldSatisfyAllConditions(
            asked => asked.Person.ShouldBe(Tom.Id), asked => asked.Role.ShouldBe(Safeguarding), asked =>
                asked.Until.ShouldBe(Now.AddDays(14)));
    }

    [Fact]
    public void OtherChanges_AreMadeAtOnce_AndOnlyTheRoleWaits()
    {
        var details = Tom.Details! with { Name = "Thomas Okafor" };
        var outcome = Pass(Lead,
            new PersonChanged(Tom.Id, [Teacher, Safeguarding, new("governor", School: null)]) { Content = details });

        outcome.Events.OfType<PersonChanged>().Single().ShouldSatisfyAllConditions(
            changed => changed.Roles.ShouldBe([Teacher, new("governor", School: null)]), changed =>
                changed.Content.ShouldBe(details));
        outcome.Events.OfType<CaseRoleAsked>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("designated safeguarding lead", false)]
    [InlineData("designated safeguarding lead", true)]
    [InlineData("headteacher", false)]
    public void Nobody_GivesThemselvesSuchARole(string role, bool isDeputy)
    {
        var outcome = Pass(Lead,
            new PersonChanged(Lead.Id, [.. Lead.Roles, new RoleHeld(role, School, isDeputy)]) { Content =
                Lead.Details }, held: ["designated safeguarding lead", "headteacher"]);

        outcome.Events.ShouldBeEmpty();
        outcome.Refusals.ShouldHaveSingleItem().Text.ShouldStartWith("Nobody gives themselves a role that sees cases.");
    }

    [Fact]
    public void Nobody_GivesThemselvesSuchARole_InAFileOfMany_NorLosesWhatTheyHave()
    {
        var outcome = Pass(Lead,
            new PersonJoined(new(Guid.NewGuid()), [Teacher]) { Content = new("Kit Moss", Email: null) },
                new PersonChanged(Lead.Id, [Safeguarding]) { Content = Lead.Details });

        outcome.Events.ShouldHaveSingleItem().ShouldBeOfType<PersonJoined>();
    }

    [Fact]
    public void AHolder_GivesTheirOwnRole_ButNoOther_AndNotWhileTheyWait_NorAsADeputy()
    {
        var change = new PersonChanged(Tom.Id, [Teacher, Safeguarding]) { Content = Tom.Details };

        Pass(Ruth, change).Events.Select(Kind).ShouldBe(["PersonChanged", "CaseRoleGiven"]);
        Pass(Ruth, change, hasSecondFactor: false).Events.Select(Kind).ShouldBe(["CaseRoleAsked"]);
        Pass(Ruth with { Roles = [Safeguarding with { IsDeputy = true }] }, change).Events.Select(Kind)
            .ShouldBe(["CaseRoleAsked"]);
        Pass(Ruth with { Roles = [Safeguarding with { School = School }] }, change).Events.Select(Kind)
            .ShouldBe(["CaseRoleAsked"]);
        Pass(Ruth, change, grants: [
            new(Guid.NewGuid(), Ruth.Id, Safeguarding, Lead.Id, Now, Now.AddDays(14), CaseGrantState.Named)])
                .Events.Select(Kind).ShouldBe(["CaseRoleAsked"]);
        Pass(Ruth, new PersonChanged(Tom.Id, [new("headteacher", School: null)]) { Content = Tom.Details },
            held: ["designated safeguarding lead", "headteacher"]).Events.Select(Kind)
                .ShouldBe(["PersonChanged", "CaseRoleAsked"]);
    }

    [Fact]
    public void TheFirstHolder_IsNamedByOne_AlsoThemselves_AndMarked()
    {
        var outcome = Pass(Lead, new PersonChanged(Lead.Id, [.. Lead.Roles, Safeguarding]) { Content = Lead.Details },
            held: []);

        outcome.Events.OfType<PersonChanged>().Single().Roles.ShouldContain(Safeguarding);
        var named = outcome.Events.OfType<CaseRoleNamed>().ShouldHaveSingleItem();
        var grant = Fold(named, Lead.Id);
        grant.HasLapsed(Now.AddDays(13)).ShouldBeFalse();
        grant.HasLapsed(Now.AddDays(15)).ShouldBeTrue();
        CaseRoleGate.Confirm(grant, Lead.Id, Lead, isHere: true, Now).IsRefused.ShouldBeTrue();
        CaseRoleGate.Confirm(grant, Tom.Id, Lead, isHere: true, Now.AddDays(20))
            .Events.ShouldBe([new CaseRoleConfirmed(named.Grant)]);
    }

    [Fact]
    public void OfTwoInOneFile_OnlyTheFirstIsNamed()
    {
        var outcome = Pass(Lead, [],
            new Event[] { Joined(5, Safeguarding), Joined(6, Safeguarding),
                Joined(7, Safeguarding with { IsDeputy = true }) });

        outcome.Events.Select(Kind)
            .ShouldBe([
                "PersonJoined", "CaseRoleNamed", "PersonJoined", "CaseRoleAsked", "PersonJoined", "CaseRoleAsked",
            ]);
        outcome.Events.OfType<PersonJoined>().Last().Roles.ShouldBe([new("staff", School: null)]);
    }

    [Fact]
    public void ASecondPerson_Confirms_AndOnlyOne_InTime_AndNotTheOneWhoAsked()
    {
        var asked = new CaseRoleAsked(Guid.NewGuid(), Tom.Id, Safeguarding, Now.AddDays(14));
        var grant = Fold(asked, Lead.Id);

        CaseRoleGate.Confirm(grant, Lead.Id, Tom, isHere: true, Now).IsRefused.ShouldBeTrue();
        CaseRoleGate.Confirm(grant, Tom.Id, Tom, isHere: true, Now).IsRefused.ShouldBeTrue();
        CaseRoleGate.Confirm(grant, Ruth.Id, Tom, isHere: true, Now.AddDays(15)).IsRefused.ShouldBeTrue();
        CaseRoleGate.Confirm(grant, Ruth.Id, Tom, isHere: false, Now).IsRefused.ShouldBeTrue();
        var confirmed = CaseRoleGate.Confirm(grant, Ruth.Id, Tom with { Roles = [new("staff", School: null)] },
            isHere: true, Now);
        confirmed.Events.OfType<PersonChanged>().Single().Roles.ShouldBe([Safeguarding]);
        // It has a row
        var done = (CaseGrant)new CaseGrantRegister()
            .After(grant, new(new CaseRoleConfirmed(asked.Grant), Ruth.Id, Now, Now, 2))!;
        (done.State, done.DecidedBy).ShouldBe((CaseGrantState.Confirmed, Ruth.Id));
        CaseRoleGate.Confirm(done, Ruth.Id, Tom, isHere: true, Now).IsRefused.ShouldBeTrue();
        CaseRoleGate.Refuse(done, Ruth.Id, Tom, Now).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void Refusing_TheFirstHolder_TakesTheRole()
    {
        var grant = Fold(new CaseRoleNamed(Guid.NewGuid(), Ruth.Id, Safeguarding, Now.AddDays(14)), Lead.Id);

        CaseRoleGate.Refuse(grant, Tom.Id, Ruth, Now).Events.OfType<PersonChanged>().Single()
            .Roles.ShouldBe([new("staff", School: null)]);
    }

    [Theory]
    [InlineData(CaseGrantState.Asked, 0, 0)]
    [InlineData(CaseGrantState.Asked, 15, 1)]
    [InlineData(CaseGrantState.Refused, 0, 0)]
    [InlineData(CaseGrantState.Refused, 31, 1)]
    public void AFileThatComesEachNight_DoesNotAskAgain_ForWhatWaitsOrWasRefused(CaseGrantState state, int daysAgo,
        int asks)
    {
        var at = Now.AddDays(-daysAgo);
        CaseGrant[] grants = [
            new(Guid.NewGuid(), Tom.Id, Safeguarding, Lead.Id, at, at.AddDays(14), state, Ruth.Id, at)];

        Pass(Lead, new PersonChanged(Tom.Id, [Teacher, Safeguarding]) { Content = Tom.Details }, grants: grants)
            .Events.OfType<CaseRoleAsked>().Count().ShouldBe(asks);
    }

    [Fact]
    public void AWiderRole_IsAskedFor_AndTheNarrowerKept()
    {
        var narrow = Tom with { Roles = [Safeguarding with { School = School }] };
        var deputy = Tom with { Roles = [Safeguarding with { IsDeputy = true }] };

        Pass(Lead, new PersonChanged(Tom.Id, [Safeguarding]) { Content = Tom.Details }, before: narrow)
            .Events.Select(Kind).ShouldBe(["CaseRoleAsked"]);
        Pass(Lead, new PersonChanged(Tom.Id, [Safeguarding]) { Content = Tom.Details }, before: deputy)
            .Events.Select(Kind).ShouldBe(["CaseRoleAsked"]);
        Pass(Lead, new PersonChanged(Ruth.Id, [Safeguarding with { School = School }]) { Content = Ruth.Details })
            .Events.Select(Kind).ShouldBe(["PersonChanged", "CaseRoleTaken"]);
    }

    [Fact]
    public void LeavingAndComingBack_DoesNotBringTheRoleBack()
    {
        var today = DateOnly.FromDateTime(Now.DateTime);
        Pass(Lead, new PersonLeft(Ruth.Id, today)).Events.Select(Kind).ShouldBe(["PersonLeft", "CaseRoleTaken"]);

        var back = Pass(Lead, new PersonReturned(Ruth.Id, today));

        back.Events.Select(Kind).ShouldBe(["PersonReturned", "PersonChanged", "CaseRoleAsked"]);
        back.Events.OfType<PersonChanged>().Single().Roles.ShouldBe([new("staff", School: null)]);
    }

    [Fact]
    public void WhatHasNothingToDoWithCases_PassesAsItIs()
    {
        Event[] all = [Joined(5, Teacher),
            new PersonChanged(Tom.Id, [new("governor", School: null)]) { Content = Tom.Details },
                new PersonChanged(Ruth.Id, [Safeguarding]) { Content =
                    Ruth.Details! with { Name = "Ruth Bell-Reed" } }];

        Pass(Lead, all).Events.ShouldBe(all);
    }

    private static Outcome Pass(Person giver, params Event[] happened) =>
        Pass(giver, ["designated safeguarding lead"], [], hasSecondFactor: true, Tom, happened);

    private static Outcome Pass(Person giver, Event change, IReadOnlyCollection<CaseGrant>? grants = null,
        IReadOnlyCollection<string>? held = null, bool hasSecondFactor = true, Person? before = null) =>
        Pass(giver, held ?? ["designated safeguarding lead"], grants ?? [], hasSecondFactor, before ?? Tom, change);

    private static Outcome Pass(Person giver, IReadOnlyCollection<string> held, Event[] happened) =>
        Pass(giver, held, [], hasSecondFactor: true, Tom, happened);

    private static Outcome Pass(Person giver, IReadOnlyCollection<string> held, IReadOnlyCollection<CaseGrant> grants,
        bool hasSecondFactor, Person tom, params Event[] happened)
    {
        Person[] people = [Lead, tom, Ruth];
        return CaseRoleGate.Pass(
            new([.. happened], []),
                new(giver, hasSecondFactor, Now, id =>
                    Array.Find(people, person => person.Id == id), held.Contains, grants), Guid.NewGuid);
    }

    // It begins a row
    private static CaseGrant Fold(CaseGrantEvent happened, PersonId by) => (CaseGrant)new CaseGrantRegister()
        .After(null, new(happened, by, Now, Now, 1))!;

    private static string Kind(Event happened) => happened.GetType().Name;

    private static PersonJoined Joined(int number, RoleHeld role) =>
        new(new(new Guid(number, 0, 0, new byte[8])), [role]) { Content = new($"Person {number}", Email: null) };

    private static Person Somebody(int number, RoleHeld role) =>
        new(new(new Guid(number, 0, 0, new byte[8])), new($"Person {number}", $"p{number}@oak.example"),
            ImmutableArray.Create(role), new(2026, 1, 1), Left: null, Absence: null);
}
