using System.Text.RegularExpressions;
using Lanyard.Testing;

namespace Lanyard.EndToEnd.Tests;

/// <summary>The Beam Trust policy as a document on paper: its numbers and its prose, without a statement or an example. And what a person makes of it.</summary>
internal static partial class BeamTrustDocument
{
    private static readonly string Shipped = Repository.Read("policies", "beam-trust.md");

    /// <summary>The document, as somebody would save it from a word processor.</summary>
    public static string Text => string.Join("\n\n", Sections(Block().Replace(Shipped, "")).Select(section => section.Level switch
    {
        1 => section.Heading,
        2 => $"{section.Heading}\n{section.Body}",
        _ => $"{section.Heading.Split(' ')[0]} {section.Body}", // on paper, the text follows its number
    })) + "\n";

    /// <summary>What a person makes of the draft: each clause gets its title, and the statements and examples that say the same, in place of what was proposed.</summary>
    public static string Confirm(string draft)
    {
        var imported = Sections(Unconfirmed().Replace(draft, ""));
        var meant = Sections(Shipped);
        return Facts(Shipped) + string.Concat(imported.Zip(meant, (paper, clause) =>
            $"{new string('#', paper.Level)} {clause.Heading}\n\n{(paper.Level == 1 ? "" : paper.Body)}\n\n{string.Concat(Block().Matches(clause.Body + "\n").Select(block => block.Value + "\n"))}"));
    }

    private static string Facts(string text) => text[..(text.IndexOf("\n---\n", StringComparison.Ordinal) + 5)] + "\n";

    private static List<(int Level, string Heading, string Body)> Sections(string text) =>
        [.. Section().Matches(text).Select(match => (match.Groups["marks"].Length, match.Groups["heading"].Value, match.Groups["body"].Value.Trim()))];

    [GeneratedRegex(@"^```(?:policy|scenario)\n.*?^```\n", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"^```proposed\n.*?^```\n", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unconfirmed();

    [GeneratedRegex(@"^(?<marks>#+) (?<heading>[^\n]*)\n(?<body>(?:(?!^#+ )[^\n]*(?:\n|\z))*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Section();
}
