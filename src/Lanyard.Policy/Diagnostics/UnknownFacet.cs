using System.Collections.Immutable;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A JSON situation names a facet that does not exist.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Facet">The name as written.</param>
/// <param name="Known">The facets there are.</param>
public sealed record UnknownFacet(SourceSpan Where, string Facet, ImmutableArray<string> Known) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0406";

    /// <inheritdoc/>
    public override string Message => $"`{Facet}` is not a facet of a situation";

    /// <inheritdoc/>
    public override string Help => Suggestion.Nearest(Facet, Known) is { } guess
        ? $"did you mean `{guess}`?"
        : "`lanyard vocabulary` lists the facets";
}
