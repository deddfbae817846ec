using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>The file does not begin with front matter.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record FrontMatterMissing(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0101";

    /// <inheritdoc/>
    public override string Message => "this file has no front matter";

    /// <inheritdoc/>
    public override string Help => "begin the file with a line `---`, then `policy:` and `organisation:`, then another line `---`";
}
