using Lanyard.Web.Infrastructure;

namespace Lanyard.Web.Api.Tokens;

/// <summary>Something that a token may be used for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Permission">What its person must be allowed to do for that.</param>
/// <param name="Meaning">What it opens, for people.</param>
public sealed record ApiScope(string Name, Permission Permission, string Meaning);
