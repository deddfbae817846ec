using System.Globalization;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A paragraph opens more square brackets than its links can need.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record TooManyBrackets(SourceSpan Where) : Diagnostic(Where)
{
    /// <summary>How many square brackets a paragraph may open: the reader of Markdown takes the square of their number in time.</summary>
    public const int Most = 1_000;

    /// <inheritdoc/>
    public override string Code => "LAN0115";

    /// <inheritdoc/>
    public override string Message => $"this paragraph opens more than {Most.ToString("N0", CultureInfo.InvariantCulture)} square brackets";

    /// <inheritdoc/>
    public override string Help => "split it into several paragraphs, with an empty line between them";
}
