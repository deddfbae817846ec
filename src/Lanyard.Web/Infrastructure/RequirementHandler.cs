using Lanyard.Web.Features.CaseAccess;
using Microsoft.AspNetCore.Authorization;

namespace Lanyard.Web.Infrastructure;

/// <summary>Grants a permission to whoever holds a role that carries it, by the register as it is now, not as it was at sign-in.</summary>
/// <remarks>Seeing cases asks for more than a role: a second factor in this session, and a role that is confirmed or a
/// time that a deputy opened.</remarks>
internal sealed class RequirementHandler(Visit visit, CaseRoleDesk cases) : AuthorizationHandler<Requirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
    {
        if (await visit.FindAsync(CancellationToken.None) is { } who
            && RolePermissions.AllowSomewhere(who.Person.Roles, requirement.Permission)
            && (requirement.Permission != Permission.SeeCases || await SeesCasesAsync(who)))
        {
            context.Succeed(requirement);
        }
    }

    private async Task<bool> SeesCasesAsync(Who who) =>
        who.HasSecondFactor && (await cases.SightAsync(who.At, who.Id, CancellationToken.None))
            .SeesSomewhere(who.Person);
}
