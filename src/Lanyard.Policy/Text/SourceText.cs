using System.Collections.Immutable;

namespace Lanyard.Policy.Text;

/// <summary>A policy as its author wrote it, with the name of the file it came from.</summary>
public sealed class SourceText
{
    private readonly ImmutableArray<int> _lineStarts;

    /// <summary>Takes a text, with lines ended by LF or CR LF and with or without a byte order mark.</summary>
    /// <param name="path">The path to show in messages.</param>
    /// <param name="content">The whole text.</param>
    public SourceText(string path, string content)
    {
        Path = path;
        Content = content.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        _lineStarts = [0, .. Enumerable.Range(0, Content.Length).Where(at => Content[at] == '\n').Select(at => at + 1)];
    }

    /// <summary>The path to show in messages.</summary>
    public string Path { get; }

    /// <summary>The whole text, its lines ended by LF.</summary>
    public string Content { get; }

    /// <summary>Finds the line and column, both counted from one, of an offset into the text.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        var found = _lineStarts.BinarySearch(offset);
        var line = found < 0 ? ~found : found + 1;
        return (line, offset - _lineStarts[line - 1] + 1);
    }

    /// <summary>The text of one line, without its line ending.</summary>
    /// <param name="line">The line, counted from one.</param>
    public string Line(int line)
    {
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Length ? _lineStarts[line] - 1 : Content.Length;
        return Content[start..end];
    }

    /// <summary>A stretch of this text.</summary>
    public SourceSpan Span(int start, int length) => new(this, start, length);
}
