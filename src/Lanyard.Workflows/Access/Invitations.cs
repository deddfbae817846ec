using Lanyard.Workflows.People;

namespace Lanyard.Workflows.Access;

/// <summary>Decides who can be invited to an account.</summary>
public static class Invitations
{
    /// <summary>Where somebody stands.</summary>
    /// <param name="person">Who.</param>
    /// <param name="today">The day.</param>
    /// <param name="hasAccount">Whether they have a way of signing in.</param>
    /// <param name="isTaken">Whether somebody else on the same server signs in with their address.</param>
    /// <param name="isRefused">Whether the mail server refuses their address for good.</param>
    /// <param name="history">What changed about how they sign in.</param>
    public static InvitationStanding Of(
        Person person, DateOnly today, bool hasAccount, bool isTaken, bool isRefused, AccessHistory? history) =>
        !person.IsHere(today) ? InvitationStanding.Left
        : hasAccount ? InvitationStanding.HasAccount
        : !person.Roles.IsEmpty && person.Roles.All(held => DetailChecks.IsPupil([held])) ? InvitationStanding.Pupil
        : person.Details?.Email is null ? InvitationStanding.WithoutAddress
        : isTaken ? InvitationStanding.AddressTaken
        : isRefused ? InvitationStanding.AddressRefused
        : history is { IsRefused: true } ? InvitationStanding.Uninvited // the address was corrected since
        : history?.LastInvitation() is not null ? InvitationStanding.Invited
        : InvitationStanding.Uninvited;
}
