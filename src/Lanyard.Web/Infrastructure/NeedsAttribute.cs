using Microsoft.AspNetCore.Authorization;

namespace Lanyard.Web.Infrastructure;

/// <summary>Says on a page or an endpoint what a person must be allowed to do. The object itself is asked about again where it is read.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : AuthorizeAttribute(PolicyOf(permission))
{
    /// <summary>What must be allowed.</summary>
    public Permission Permission { get; } = permission;

    /// <summary>The name of the authorisation policy behind a permission.</summary>
    public static string PolicyOf(Permission permission) => $"needs-{permission}";
}
