using System.Globalization;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A sentence of a block is longer than anybody can read.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record SentenceTooLong(SourceSpan Where) : Diagnostic(Where)
{
    /// <summary>How many characters a sentence may have.</summary>
    public const int Longest = 2_000;

    /// <inheritdoc/>
    public override string Code => "LAN0308";

    /// <inheritdoc/>
    public override string Message => $"this sentence is longer than {Longest.ToString("N0", CultureInfo.InvariantCulture)} characters";

    /// <inheritdoc/>
    public override string Help => "split it into several sentences with fewer alternatives each";
}
