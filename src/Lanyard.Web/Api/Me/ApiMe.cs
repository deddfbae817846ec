using System.Collections.Immutable;

namespace Lanyard.Web.Api.Me;

/// <summary>As whom a token acts, and what it may be used for.</summary>
internal sealed record ApiMe(string Id, string Name, ApiMe.Named Organisation, IReadOnlyList<People.ApiRole> Roles, ApiMe.OfToken Token)
{
    /// <summary>Something with a name.</summary>
    internal sealed record Named(string Id, string Name);

    /// <summary>The token.</summary>
    internal sealed record OfToken(string Name, ImmutableArray<string> Scopes, DateTimeOffset Expires);
}
