namespace Lanyard.Policy.Text;

/// <summary>A stretch of a policy's text.</summary>
/// <param name="Source">The text it is part of.</param>
/// <param name="Start">Where it starts, in characters from the beginning.</param>
/// <param name="Length">How many characters it covers.</param>
public sealed record SourceSpan(SourceText Source, int Start, int Length)
{
    /// <summary>The words it covers.</summary>
    public string Text => Source.Content.Substring(Start, Length);

    /// <summary>The words it covers, on one line.</summary>
    public string Words => string.Join(' ', Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Where it ends.</summary>
    public int End => Start + Length;

    /// <summary>The line it starts on, counted from one.</summary>
    public int Line => Source.Locate(Start).Line;

    /// <summary>The stretch from the start of this one to the end of another.</summary>
    public SourceSpan To(SourceSpan last) => Source.Span(Start, last.End - Start);
}
