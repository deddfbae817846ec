using System.Collections.Immutable;
using System.Text;

namespace Lanyard.Import;

/// <summary>Writes an imported document as a policy file whose every proposal waits for a person.</summary>
public static class PolicyDraft
{
    private const int Width = 96;

    /// <summary>Writes the file.</summary>
    /// <param name="document">The document.</param>
    /// <param name="source">The name of the file it came from.</param>
    /// <param name="organisation">Whose policy it is.</param>
    /// <param name="propose">Proposes statements for a sentence; none is an honest answer.</param>
    public static string Write(
        ImportedDocument document,
        string source,
        string organisation,
        Func<string, ImmutableArray<string>> propose
    )
    {
        var draft = new StringBuilder();
        draft.Append("---\n").Append("policy: ").Append(Quoted(document.Title)).Append('\n');
        draft.Append("organisation: ").Append(Quoted(organisation)).Append('\n');
        AppendHistory(draft, document.Facts);
        draft.Append("---\n\n# ").Append(Title(document.Title)).Append("\n\n");
        draft.Append(
            Wrap(
                $"> Imported from {Plain(source)}. Read each proposal against the sentence above it. If it is "
                    + $"right, change `proposed` to `policy` and delete the line that begins with `From:`; if not, "
                    + $"write it anew or delete the block.",
                "> "
            )
        );
        foreach (var note in document.Notes)
        {
            draft.Append(Wrap($"> - Note: {Plain(note)}.", ">   "));
        }

        var section = "";
        foreach (var clause in document.Clauses)
        {
            section = clause.Level == 2 ? clause.Heading : section;
            AppendClause(draft, clause, sentence =>
                UnderHeading(sentence, clause.Heading.Length > 0 ? clause.Heading : section, propose)
            );
        }

        return draft.ToString();
    }

    private static void AppendHistory(StringBuilder draft, ImportedFacts facts)
    {
        var versions = facts.History.Where(version => version.Version.Length > 0).ToList();
        draft.Append("version: ").Append(Quoted(versions.Count == 0 ? "1" : versions[^1].Version)).Append('\n');
        if (versions.Count > 0)
        {
            draft.Append("history:\n");
            versions.ForEach(version =>
                draft
                    .Append("  - { version: ")
                    .Append(Quoted(version.Version))
                    .Append(version.Date is null ? "" : $", date: {version.Date}")
                    .Append(", action: ")
                    .Append(Quoted(version.Action))
                    .Append(" }\n")
            );
        }

        if (facts.Reviewed is { } reviewed)
        {
            draft.Append("reviewed: ").Append(reviewed).Append('\n');
        }
    }

    // "Do not: message pupils" below "Staff" is offered as what staff must not do; the sentence is quoted as it stands.
    private static ImmutableArray<string> UnderHeading(
        string sentence,
        string heading,
        Func<string, ImmutableArray<string>> propose
    )
    {
        var plain = propose(sentence);
        return plain.IsEmpty && HeadingForce.Of(sentence) is var (force, act) && heading.Length > 0
            ? propose($"{heading} {force} {act}")
            : plain;
    }

    private static void AppendClause(
        StringBuilder draft,
        ImportedClause clause,
        Func<string, ImmutableArray<string>> propose
    )
    {
        draft.Append('\n').Append('#', Math.Clamp(clause.Level, 2, 6)).Append(' ').Append(Heading(clause)).Append('\n');
        foreach (var paragraph in clause.Paragraphs)
        {
            draft
                .Append(paragraph.IsItem ? "" : "\n")
                .Append(paragraph.IsItem ? Item(paragraph) : Wrap(Escaped(Plain(paragraph.Text)), ""));
        }

        foreach (var sentence in SentencesOf(clause))
        {
            AppendProposal(draft, sentence, propose(sentence));
        }
    }

    // A clause without a heading gets none: its first words would stop in the middle of its sentence.
    private static string Heading(ImportedClause clause)
    {
        var isNumber = clause.Id.All(letter => char.IsAsciiDigit(letter) || letter == '.');
        var heading = Plain(clause.Heading).Replace(": ", " - ", StringComparison.Ordinal).TrimEnd(':');
        return heading.Length > 0 ? $"{clause.Id}{(isNumber ? "" : ":")} {heading}"
            : isNumber || !char.IsAsciiDigit(clause.Id[0]) ? clause.Id
            : $"{clause.Id}: without a heading"; // without a colon, "1 (2)" would be read as clause 1
    }

    // A number stays what it is in Markdown; a letter stands behind a bullet.
    private static string Item(ImportedParagraph paragraph)
    {
        var indent = new string(' ', 2 * Math.Clamp(paragraph.Depth, 0, 6));
        var mark =
            paragraph.Label is [.. var digits, '.' or ')']
            && digits.Length is > 0 and < 9
            && digits.All(char.IsAsciiDigit)
                ? paragraph.Label
            : paragraph.Label.Length == 0 ? "-"
            : $"- {paragraph.Label}";
        return indent + Wrap($"{mark} {Plain(paragraph.Text)}", indent + "  ");
    }

    // An item is read with what leads into its list: "Staff must not: post photographs". A list within the list has
    // both.
    private static IEnumerable<string> SentencesOf(ImportedClause clause)
    {
        var leads = new Stack<(int Depth, string Text)>();
        for (var at = 0; at < clause.Paragraphs.Length; at++)
        {
            var paragraph = clause.Paragraphs[at];
            var depth = paragraph.IsItem ? paragraph.Depth : -1;
            while (leads.TryPeek(out var outer) && outer.Depth >= depth)
            {
                leads.Pop();
            }

            var opens =
                at + 1 < clause.Paragraphs.Length
                && clause.Paragraphs[at + 1] is { IsItem: true } next
                && next.Depth > depth;
            var lead = string.Concat(leads.Reverse().Select(outer => outer.Text));
            var sentences = Sentences.Of(paragraph.Text).ToList();
            foreach (var sentence in sentences)
            {
                yield return lead + sentence;
            }

            if (opens && sentences.Count > 0 && LeadIn(sentences[^1]) is { } text)
            {
                leads.Push((depth, text));
            }
        }
    }

    // What ends with a colon leads into the list below it, and what ends in no way at all.
    private static string? LeadIn(string sentence) =>
        sentence.EndsWith(':') ? sentence + " "
        : Wrapping.EndsSentence(sentence) ? null
        : sentence.TrimEnd(' ', ',', '–', '—', '-') + ": ";

    private static void AppendProposal(StringBuilder draft, string sentence, ImmutableArray<string> statements)
    {
        draft.Append("\n```proposed\nFrom: \"").Append(Quote(sentence)).Append("\"\n");
        if (statements.IsEmpty)
        {
            draft.Append("No proposal.\n");
        }

        foreach (var statement in statements)
        {
            draft.Append(Wrap(statement, "  "));
        }

        draft.Append("```\n");
    }

    // Number signs at the end of a heading are no part of it in Markdown.
    private static string Title(string title) => Plain(title) is [.., '#'] plain ? plain[..^1] + "\\#" : Plain(title);

    private static string Quote(string sentence) =>
        Plain(sentence).Replace('"', '\'').Replace("`", "'", StringComparison.Ordinal);

    private static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace("```", "'''", StringComparison.Ordinal)
            .Replace("~~~", "---", StringComparison.Ordinal);

    // A paragraph that happens to begin like a heading, a fence, a rule, a quotation or a list is none.
    private static string Escaped(string text) =>
        text is ['#' or '`' or '-' or '>' or '+' or '*' or '=' or '|' or '<' or '~' or '_', ..] ? "\\" + text : text;

    private static string Quoted(string text) =>
        "\""
        + new string([.. Plain(text).Where(letter => !char.IsControl(letter))])
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
        + "\"";

    private static string Wrap(string text, string indent)
    {
        var wrapped = new StringBuilder();
        var length = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (length > 0 && length + 1 + word.Length > Width)
            {
                wrapped.Append('\n').Append(indent);
                length = indent.Length;
                // A line that would begin like a heading or a rule would become one.
                wrapped.Append(indent.Length == 0 && Escaped(word) != word ? "\\" : "").Append(word);
                length += word.Length;
                continue;
            }

            wrapped.Append(length == 0 ? "" : " ").Append(word);
            length += word.Length + (length == 0 ? 0 : 1);
        }

        return wrapped.Append('\n').ToString();
    }
}
