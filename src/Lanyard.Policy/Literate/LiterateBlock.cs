using Lanyard.Policy.Text;

namespace Lanyard.Policy.Literate;

/// <summary>A fenced block of a clause.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Fence">The line that opens it.</param>
/// <param name="Content">What stands between its fences.</param>
public sealed record LiterateBlock(BlockKind Kind, SourceSpan Fence, SourceSpan Content);
