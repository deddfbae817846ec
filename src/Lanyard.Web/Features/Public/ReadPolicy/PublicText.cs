using System.Collections.Immutable;

namespace Lanyard.Web.Features.Public.ReadPolicy;

/// <summary>What the public page shows of a text, without anything that was compiled from it.</summary>
/// <param name="Html">The text as a page.</param>
/// <param name="Clauses">Its clauses of the second level, for the list of contents.</param>
public sealed record PublicText(string Html, ImmutableArray<(string Id, string Heading)> Clauses);
