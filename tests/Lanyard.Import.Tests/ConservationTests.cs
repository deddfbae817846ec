using Shouldly;

namespace Lanyard.Import.Tests;

/// <summary>Whatever a document says comes out of every importer: in the draft, or named in a note, and never mixed
/// with something else.</summary>
public sealed class ConservationTests
{
    private const int Documents = 60;

    public static TheoryData<string> Formats => ["text", "Markdown", "HTML", "DOCX", "RTF", "PDF", "columns"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void EachWord_IsInTheDraftOrInANote_AndNoSentenceMixesTwoThings(string format)
    {
        for (var seed = 1; seed <= Documents; seed++)
        {
            var made = MadeDocument.Of(seed);
            var result = PolicyImport.Read(Written(made, format));
            var draft = PolicyDraft.Write(result.Document.ShouldNotBeNull(result.Problem), "x", "O", _ => []);
            var asked = draft.Split('\n').Where(line => line.StartsWith("From: ", StringComparison.Ordinal)).ToList();
            var blocks = made.Blocks.Where(block => format != "columns" || block.Kind != MadeKind.Table).ToList();

            Lost(blocks, draft).ShouldBeEmpty($"{format}, seed {seed}:\n{draft}");
            asked.Where(sentence => IsMixed(sentence, blocks)).ShouldBeEmpty($"{format}, seed {seed}:\n{draft}");
            result
                .Document.Clauses.Where(clause => clause.Heading.Length > 0 && !IsHeading(clause.Heading, made))
                .Select(clause => clause.Heading)
                .ShouldBeEmpty($"{format}, seed {seed}:\n{draft}");
        }
    }

    private static byte[] Written(MadeDocument made, string format) =>
        format switch
        {
            "text" => MadeFiles.Text(made),
            "Markdown" => MadeFiles.Markdown(made),
            "HTML" => MadeFiles.Html(made),
            "DOCX" => MadeFiles.Docx(made),
            "RTF" => MadeFiles.Rtf(made),
            "PDF" => MadeFiles.Pdf(made),
            _ => MadeFiles.Columns(made),
        };

    private static List<string> Lost(List<MadeBlock> blocks, string draft)
    {
        var there = MadeDocument.Split(draft).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. blocks
                .SelectMany(block => block.Units)
                .SelectMany(unit => MadeDocument.Split(unit.Text))
                .Where(word => !there.Contains(word)),
        ];
    }

    // A sentence has words of one thing, and of what stands over it or leads into it.
    private static bool IsMixed(string sentence, List<MadeBlock> blocks)
    {
        var words = MadeDocument.Split(sentence).Where(word => word.Length == 8).ToHashSet(StringComparer.Ordinal);
        var units = blocks
            .SelectMany(block => block.Units)
            .Where(unit => MadeDocument.Split(unit.Text).Any(words.Contains))
            .ToList();
        return units.Exists(unit =>
            units.Exists(other => other != unit && !unit.With.Contains(other.Text) && !other.With.Contains(unit.Text))
        );
    }

    private static bool IsHeading(string heading, MadeDocument made) =>
        heading == "Introduction"
        || made.Title == heading
        || made.Blocks.Exists(block =>
            block.Kind == MadeKind.Heading && (block.Text == heading || block.Numbered == heading)
        );
}
