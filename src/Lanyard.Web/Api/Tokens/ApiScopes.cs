using System.Collections.Immutable;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Web.Api.Tokens;

/// <summary>What tokens may be used for. The one place where that is said.</summary>
public static class ApiScopes
{
    /// <summary>Reading policies.</summary>
    public static ApiScope PoliciesRead { get; } = new("policies:read", Permission.BeHere, "Read the policies and their versions");

    /// <summary>Reading people.</summary>
    public static ApiScope PeopleRead { get; } = new("people:read", Permission.ManagePeople, "Read the people whom you look after");

    /// <summary>Adding and changing people.</summary>
    public static ApiScope PeopleWrite { get; } = new("people:write", Permission.ManagePeople, "Add and change the people whom you look after");

    /// <summary>Reading the evidence and the record.</summary>
    public static ApiScope EvidenceRead { get; } = new("evidence:read", Permission.SeeEvidence, "Read the evidence and the list of what is in the record");

    /// <summary>Asking.</summary>
    public static ApiScope Ask { get; } = new("ask", Permission.BeHere, "Ask the policies in force");

    /// <summary>Reading who accepted.</summary>
    public static ApiScope AcceptancesRead { get; } = new("acceptances:read", Permission.SeeEvidence, "Read who has accepted a policy");

    /// <summary>Accepting.</summary>
    public static ApiScope AcceptancesWrite { get; } = new("acceptances:write", Permission.BeHere, "Accept policies in your name");

    /// <summary>All of them.</summary>
    public static ImmutableArray<ApiScope> All { get; } = [PoliciesRead, PeopleRead, PeopleWrite, EvidenceRead, Ask, AcceptancesRead, AcceptancesWrite];

    /// <summary>Those that somebody's roles allow.</summary>
    public static IEnumerable<ApiScope> For(Who who) => All.Where(scope => who.MaySomewhere(scope.Permission));
}
