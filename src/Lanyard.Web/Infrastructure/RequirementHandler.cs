using Microsoft.AspNetCore.Authorization;

namespace Lanyard.Web.Infrastructure;

/// <summary>Grants a permission to whoever holds a role that carries it, by the register as it is now, not as it was at sign-in.</summary>
internal sealed class RequirementHandler(Visit visit) : AuthorizationHandler<Requirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
    {
        if (await visit.FindAsync(CancellationToken.None) is { } who && RolePermissions.AllowSomewhere(who.Person.Roles, requirement.Permission))
        {
            context.Succeed(requirement);
        }
    }
}
