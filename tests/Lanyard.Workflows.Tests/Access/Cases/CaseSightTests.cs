using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Workflows.Access.Cases;
using Lanyard.Workflows.People;
using Shouldly;

namespace Lanyard.Workflows.Tests.Access.Cases;

/// <summary>Who sees cases at a moment.</summary>
public sealed class CaseSightTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);
    private static readonly SchoolId Here = new(new Guid(8, 0, 0, new byte[8]));
    private static readonly SchoolId There = new(new Guid(9, 0, 0, new byte[8]));
    private static readonly RoleHeld Role = new("designated safeguarding lead", Here);
    private static readonly Person Holder = Somebody(1, Role);
    private static readonly Person Deputy = Somebody(2, Role with { IsDeputy = true });

    [Fact]
    public void AHolder_SeesTheCasesOfTheirSchool_AndNoOther()
    {
        Sight().Sees(Holder, Here).ShouldBeTrue();
        Sight().Sees(Holder, There).ShouldBeFalse();
        Sight().Sees(Holder, school: null).ShouldBeFalse();
        Sight().Sees(Somebody(3, new RoleHeld("computing lead", School: null)), Here).ShouldBeFalse();
        Sight().Sees(Holder with { Left = new(2026, 9, 1) }, Here).ShouldBeFalse();
    }

    [Fact]
    public void AFirstHolderWhomNobodyConfirmed_SeesNothing_UntilSomebodyDoes()
    {
        var named = new CaseGrant(Guid.NewGuid(), Holder.Id, Role, Holder.Id, Now.AddDays(-15), Now.AddDays(-1),
            CaseGrantState.Named);

        (Sight() with { Open = [named] }).Sees(Holder, Here).ShouldBeFalse();
        (Sight() with { Open = [named with { Until = Now.AddDays(1) }] }).Sees(Holder, Here).ShouldBeTrue();
        (Sight() with { Open = [named with { Person = Deputy.Id }] }).Sees(Holder, Here).ShouldBeTrue();
    }

    [Fact]
    public void ADeputy_SeesCases_OnlyWhileTheHolderIsAway()
    {
        Sight().Sees(Deputy, Here).ShouldBeFalse();
        (Sight() with { Holders = [Deputy, Holder with { Absence = new(new(2026, 9, 7), new(2026, 9, 8)) }] })
            .Sees(Deputy, Here).ShouldBeTrue();
        (Sight() with { Holders = [Deputy] }).Sees(Deputy, Here).ShouldBeTrue();
        (Sight() with { Holders = [Deputy, Holder with { Roles = [Role with { School = There }] }] }).Sees(Deputy, Here)
            .ShouldBeTrue();
    }

    [Fact]
    public void ADeputy_OpensTheCases_WithAReason_AndForATime()
    {
        var id = Guid.NewGuid();
        var outcome = Sight().OpenCases(Deputy, id, hours: 4, "The phone of the lead is off, and a child is waiting.");

        var opened = outcome.Events.ShouldHaveSingleItem().ShouldBeOfType<CasesOpened>();
        opened.Until.ShouldBe(Now.AddHours(4));
        // It begins a row
        var reading = (CaseReading)new CaseReadingRegister().After(null, new(opened, Deputy.Id, Now, Now, 1))!;
        (Sight() with { Readings = [reading] }).Sees(Deputy, Here).ShouldBeTrue();
        (Sight() with { Readings = [reading], Now = Now.AddHours(4) }).Sees(Deputy, Here).ShouldBeFalse();
        (Sight() with { Readings = [reading] }).Sees(Deputy, There).ShouldBeFalse();
        (Sight() with { Readings = [reading] }).Sees(Deputy with { Roles = [new("teacher", Here)] }, Here)
            .ShouldBeFalse();
        (Sight() with { Readings = [reading with { Person = Holder.Id }] }).Sees(Deputy, Here).ShouldBeFalse();
    }

    [Theory]
    [InlineData(4, " ", "Enter why it cannot wait")]
    [InlineData(5, "It cannot wait.", "Choose for how long")]
    [InlineData(null, "It cannot wait.", "Choose for how long")]
    public void OpeningTheCases_WithoutAReasonOrATime_IsRefused(int? hours, string why, string refusal) =>
        Sight().OpenCases(Deputy, Guid.NewGuid(), hours, why).Refusals.ShouldHaveSingleItem().Text.ShouldBe(refusal);

    [Fact]
    public void OpeningTheCases_IsForDeputiesOnly() =>
        Sight().OpenCases(Somebody(3, new RoleHeld("teacher", Here)), Guid.NewGuid(), hours: 1, "I want to see.")
            .IsRefused.ShouldBeTrue();

    private static CaseSight Sight() => new([Holder, Deputy], [], [], Now);

    private static Person Somebody(int number, RoleHeld role) =>
        new(new(new Guid(number, 0, 0, new byte[8])), new($"Person {number}", $"p{number}@oak.example"),
            ImmutableArray.Create(role), new(2026, 1, 1), Left: null, Absence: null);
}
