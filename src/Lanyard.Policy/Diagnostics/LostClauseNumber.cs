using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>The numbers of the clauses jump.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Before">The clause before the gap.</param>
/// <param name="Missing">The first number that is missing.</param>
/// <param name="After">The clause after the gap.</param>
public sealed record LostClauseNumber(SourceSpan Where, string Before, string Missing, string After) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0107";

    /// <inheritdoc/>
    public override string Message => $"clause {Missing} is missing between {Before} and {After}";

    /// <inheritdoc/>
    public override string Help => $"restore clause {Missing}, or number the clauses after {Before} anew";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Finding;
}
