using System.Collections.Immutable;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A scenario names a clause that the policy does not have.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Clause">The clause as written.</param>
/// <param name="Known">The clauses there are.</param>
public sealed record UnknownClause(SourceSpan Where, string Clause, ImmutableArray<string> Known) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0403";

    /// <inheritdoc/>
    public override string Message => $"this policy has no clause {Clause}";

    /// <inheritdoc/>
    public override string Help => Suggestion.Nearest(Clause, Known) is { } guess
        ? $"did you mean {guess}?"
        : "name a clause by the number or words at the start of its heading";
}
