using Microsoft.AspNetCore.Authorization;

namespace Lanyard.Web.Infrastructure;

/// <summary>Asks for a permission somewhere in the person's organisation.</summary>
internal sealed record Requirement(Permission Permission) : IAuthorizationRequirement;
