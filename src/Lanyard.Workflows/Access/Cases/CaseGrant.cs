using System.Text.Json.Serialization;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.Access.Cases;

/// <summary>The giving of a role that sees cases.</summary>
/// <param name="Id">The id.</param>
/// <param name="Person">Who gets it.</param>
/// <param name="Role">The role.</param>
/// <param name="By">Who asked for it, named or gave it.</param>
/// <param name="At">When.</param>
/// <param name="Until">Until when a second person can confirm it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DecidedBy">Who confirmed or refused it, if somebody has.</param>
/// <param name="DecidedAt">When they did.</param>
public sealed record CaseGrant(
    Guid Id, PersonId Person, RoleHeld Role, PersonId? By, DateTimeOffset At, DateTimeOffset Until,
        CaseGrantState State, PersonId? DecidedBy = null, DateTimeOffset? DecidedAt = null)
{
    /// <summary>Whether a second person has yet to decide.</summary>
    [JsonIgnore]
    public bool IsOpen => State is CaseGrantState.Asked or CaseGrantState.Named;

    /// <summary>Whether it can still be decided. The first holder can be confirmed late; a request that nobody
    /// confirmed in time is over.</summary>
    public bool IsWaiting(DateTimeOffset now) =>
        State == CaseGrantState.Named || (State == CaseGrantState.Asked && now <= Until);

    /// <summary>Whether the first holder was not confirmed in time, so that the role sees no cases until somebody
    /// confirms it.</summary>
    public bool HasLapsed(DateTimeOffset now) => State == CaseGrantState.Named && now > Until;
}
