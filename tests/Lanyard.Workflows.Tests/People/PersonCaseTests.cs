using System.Collections.Immutable;
using Lanyard.Domain.People;
using Lanyard.Workflows.People;
using Shouldly;

namespace Lanyard.Workflows.Tests.People;

public sealed class PersonCaseTests
{
    private static readonly DateOnly Today = new(2026, 9, 7);
    private static readonly PersonRules Rules = new(Today, held => held is { Role: "computing lead", School: null });
    private static readonly ImmutableArray<RoleHeld> LeadRole = [new("computing lead", School: null)];
    private static readonly ImmutableArray<RoleHeld> TeacherRole = [new("teacher", School: null)];
    private static readonly Person Lead = new(new(new Guid(1, 0, 0, new byte[8])), new("Priya Anand", "lead@oak.example"), LeadRole, new(2026, 1, 1), Left: null, Absence: null);
    private static readonly Person Other = Lead with { Id = new(new Guid(2, 0, 0, new byte[8])), Details = new("Helen Marsh", "head@oak.example") };

    [Fact]
    public void Leave_WhenNobodyElseLooksAfterPeople_IsRefused()
    {
        PersonCase.Leave(Lead, Today, [], Rules).Refusals.ShouldHaveSingleItem().Text.ShouldStartWith("Nobody would be left");
        PersonCase.Leave(Lead, Today, [Other with { Left = Today }], Rules).IsRefused.ShouldBeTrue();
        PersonCase.Leave(Lead, Today, [Other], Rules).Events.ShouldBe([new PersonLeft(Lead.Id, Today)]);
    }

    [Fact]
    public void Change_WhenItTakesTheLastSuchRole_IsRefused()
    {
        PersonCase.Change(Lead, Lead.Details!, TeacherRole, [], Rules).IsRefused.ShouldBeTrue();
        PersonCase.Change(Lead, Lead.Details!, TeacherRole, [Other], Rules).Events.ShouldHaveSingleItem();
        PersonCase.Change(Lead, Lead.Details!, LeadRole, [], Rules).Events.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", null, null, null, "Enter the full name")]
    [InlineData("Jo", "jo", null, null, "Enter an email address, such as name@example.org")]
    [InlineData("Jo", "HEAD@oak.example", null, null, "Somebody else has this email address")]
    [InlineData("Jo", null, "A820001105001", null, "Only a pupil has a UPN. Empty the field, or add the role student.")]
    [InlineData("Jo", null, null, 7, "Only a pupil has a year group. Empty the field, or add the role student.")]
    public void Join_WhenADetailIsWrong_IsRefused(string name, string? email, string? upn, int? year, string why) =>
        PersonCase.Join(default, new(name, email, ExternalId: null, upn, year), TeacherRole, [Other]).Refusals.Select(refusal => refusal.Text).ShouldContain(why);

    [Fact]
    public void BeAway_Return_AskForDaysThatMakeSense()
    {
        PersonCase.BeAway(Lead, Today, Today.AddDays(-1), Today).Refusals.Length.ShouldBe(2);
        PersonCase.BeAway(Lead, from: null, until: null, Today).Refusals.Length.ShouldBe(2);
        PersonCase.BeAway(Lead, Today, Today.AddDays(14), Today).Events.ShouldHaveSingleItem();
        PersonCase.Return(Lead, Today, Today, []).IsRefused.ShouldBeTrue();
        PersonCase.Return(Lead with { Left = Today }, Today.AddDays(-1), Today, []).IsRefused.ShouldBeTrue();
        PersonCase.Return(Lead with { Left = Today.AddDays(-9) }, Today, Today, [])
            .Events.ShouldBe([new PersonReturned(Lead.Id, Today)]);
    }
}
