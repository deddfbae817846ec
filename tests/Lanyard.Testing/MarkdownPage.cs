using System.Text.RegularExpressions;

namespace Lanyard.Testing;

/// <summary>A page of the documentation, with the fenced blocks that tests run.</summary>
public sealed partial class MarkdownPage(string text)
{
    /// <summary>The fenced blocks of a page, or of one of its sections, in order.</summary>
    public IReadOnlyList<(string Info, string Content)> Blocks { get; } =
        [.. Fence().Matches(text).Select(match => (match.Groups["info"].Value, match.Groups["content"].Value))];

    public static MarkdownPage Read(params string[] path) => new(Repository.Read(path));

    /// <summary>The sections of the second level, each with its heading.</summary>
    public IEnumerable<(string Heading, MarkdownPage Page)> Sections()
    {
        var outside = Example().Replace(text, match => new string('\n', match.Value.Count(letter => letter == '\n')));
        var parts = SectionHeading().Split(outside);
        return parts.Skip(1).Select(part => (part.Split('\n')[0], new MarkdownPage(part)));
    }

    [GeneratedRegex(@"^(?<fence>`{3,4})(?<info>[a-z]+)\n(?<content>.*?)^\k<fence>$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Fence();

    [GeneratedRegex("^````.*?^````$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Example();

    [GeneratedRegex("^## ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex SectionHeading();
}
