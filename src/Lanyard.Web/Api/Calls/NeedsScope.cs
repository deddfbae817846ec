using Lanyard.Web.Api.Tokens;

namespace Lanyard.Web.Api.Calls;

/// <summary>Says on an endpoint which scope a token must have.</summary>
/// <param name="Scope">The scope; <see langword="null"/> where every token will do.</param>
internal sealed record NeedsScope(ApiScope? Scope);
