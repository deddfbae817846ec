namespace Lanyard.Web.Infrastructure;

/// <summary>Sets up who may do what.</summary>
internal static class PermissionServices
{
    public static void AddPermissions(this IServiceCollection services)
    {
        services.AddScoped<Visit>();
        services.AddScoped<Microsoft.AspNetCore.Authorization.IAuthorizationHandler, RequirementHandler>();
        var authorization = services.AddAuthorizationBuilder();
        foreach (var permission in Enum.GetValues<Permission>())
        {
            authorization.AddPolicy(NeedsAttribute.PolicyOf(permission), policy => policy.RequireAuthenticatedUser().AddRequirements(new Requirement(permission)));
        }
    }
}
