using System.Collections.Immutable;
using System.Globalization;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Syntax;

namespace Lanyard.Policy.Binding;

/// <summary>Reads the small pieces that several kinds of statement share: lists of words, recipients, deadlines, periods.</summary>
internal sealed class ListParser(SentenceParser parser)
{
    private static readonly string[] Units = ["day", "week", "month", "term", "year"];

    /// <summary>Whether the sentence ends here; if not, the trail says that it should.</summary>
    public bool Ends(int at)
    {
        parser.Trail.Failed(at, "the end of the sentence");
        return at == parser.Length;
    }

    public (ListedWord Word, int End)? Listed(string section, int at)
    {
        var reached = at;
        var match = parser.Book.List(section).At(parser.Words.AsSpan(), at, ref reached).MaxBy(phrase => phrase.Words.Length);
        if (match is null)
        {
            parser.Trail.Failed(reached, section switch
            {
                "fields" => "what a record holds, such as `an objective`",
                "topics" => "a topic, such as `online safety`",
                "procedures" => "a procedure, such as `the disciplinary procedure`",
                "bodies" => "a role or a body, such as `the governing body`",
                _ => $"one of the {section}",
            });
            return null;
        }

        return (match.Meaning, at + match.Words.Length);
    }

    public (ImmutableArray<string> Names, int End)? ListOf(string section, int at, string joiner, string expected)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        while (Listed(section, at) is var (word, end))
        {
            names.Add(word.Name);
            var item = at;
            if (!Joined(ref end, joiner))
            {
                return IsJoined(names.Count, item, joiner) ? (names.ToImmutable(), end) : null;
            }

            at = end;
        }

        parser.Trail.Failed(at, expected);
        return null;
    }

    /// <summary>Titles between quotation marks, joined by commas and "and".</summary>
    public (ImmutableArray<string> Titles, int End)? Titles(int at)
    {
        var titles = ImmutableArray.CreateBuilder<string>();
        while (at < parser.Length && parser.Tokens[at].Kind == TokenKind.Quoted)
        {
            var item = at;
            titles.Add(parser.Tokens[at++].Text);
            if (!Joined(ref at, "and"))
            {
                return IsJoined(titles.Count, item, "and") ? (titles.ToImmutable(), at) : null;
            }
        }

        parser.Trail.Failed(at, "a title between quotation marks");
        return null;
    }

    /// <summary>Roles and bodies, joined by "or" (one is enough) or by "and" (all of them).</summary>
    public (ImmutableArray<string> Names, bool IsEvery, int End)? Recipients(int at)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        string? joiner = null;
        while (Recipient(at) is var (name, end))
        {
            names.Add(name);
            var next = end;
            if (!Joined(ref next, parser.Is(end, "or") || parser.Is(end, ",", "or") ? "or" : "and"))
            {
                return IsJoined(names.Count, at, "and` or `or") ? (names.ToImmutable(), joiner == "and", end) : null;
            }

            var said = parser.Words[next - 1] is "and" or "or" ? parser.Words[next - 1] : joiner;
            if (joiner is not null && joiner != said)
            {
                parser.Trail.Refused(new MixedAndOr(parser.Tokens[next - 1].Where));
                return null;
            }

            (joiner, at) = (said, next);
        }

        return null;
    }

    /// <summary>Whether a list that ends with this item says how it is joined; if not, it is refused.</summary>
    public bool IsJoined(int count, int last, string joiner)
    {
        if (count == 1 || parser.Words[last - 1] != ",")
        {
            return true;
        }

        parser.Trail.Refused(new UnjoinedList(parser.Tokens[last - 1].Where, $"`{joiner}`"));
        return false;
    }

    public (string Name, int End)? Recipient(int at)
    {
        var reached = at;
        var role = parser.Book.Nouns[parser.Lexicon.Actor.Index].At(parser.Words.AsSpan(), at, ref reached).MaxBy(phrase => phrase.Words.Length);
        var body = Listed("bodies", at);
        return (role, body) switch
        {
            (null, null) => null,
            (null, var (word, end)) => (word.Name, end),
            ({ } only, null) => (only.Meaning.Name, at + only.Words.Length),
            ({ } both, var (word, end)) => end >= at + both.Words.Length ? (word.Name, end) : (both.Meaning.Name, at + both.Words.Length),
        };
    }

    /// <summary>A deadline at a place, or none; <see langword="null"/> and a trail if it is not one.</summary>
    public Deadline? Deadline(int at, out int end)
    {
        end = at;
        if (!parser.Is(at, "within"))
        {
            if (Listed("deadlines", at) is not (var word, var last))
            {
                return null;
            }

            end = last;
            return new(word.Name, 0, "");
        }

        if (Number(at + 1) is not { } count)
        {
            parser.Trail.Failed(at + 1, "a number, such as `within 1 school day`");
            return null;
        }

        var unit = Raw(at + 2).TrimEnd('s') switch
        {
            "school" or "working" when Raw(at + 3).TrimEnd('s') == "day" => $"{Raw(at + 2)} day",
            "hour" or "day" or "week" => Raw(at + 2).TrimEnd('s'),
            _ => null,
        };
        if (unit is null)
        {
            parser.Trail.Failed(at + 2, "`hours`, `days`, `weeks`, `school days` or `working days`");
            return null;
        }

        end = at + 2 + unit.Split(' ').Length;
        return new($"within {count} {unit}{(count == 1 ? "" : "s")}", count, unit);
    }

    /// <summary>"every 1 year".</summary>
    public Period? Period(int at, out int end)
    {
        end = at;
        if (!parser.Is(at, "every"))
        {
            parser.Trail.Failed(at, "a period, such as `every 1 year`");
            return null;
        }

        var unit = at + 2 < parser.Length && Units.Contains(parser.Words[at + 2]) ? parser.Words[at + 2]
            : Raw(at + 2).TrimEnd('s');
        if (Number(at + 1) is not { } count || !Units.Contains(unit))
        {
            parser.Trail.Failed(at + 1, "a number and a unit, such as `every 1 year`");
            return null;
        }

        end = at + 3;
        return new(count, unit);
    }

    /// <summary>"the disciplinary procedure or legal action, up to dismissal", to the end of the sentence.</summary>
    public (ImmutableArray<string> Procedures, string? UpTo)? Procedures(int at)
    {
        if (ListOf("procedures", at, "or", "a procedure, such as `the disciplinary procedure`") is not (var procedures, var end))
        {
            return null;
        }

        if (!parser.Is(end, ",", "up", "to"))
        {
            return Ends(end) ? (procedures, null) : null;
        }

        return Listed("sanctions", end + 3) is var (sanction, last) && Ends(last) ? (procedures, sanction.Name) : null;
    }

    public int? Number(int at) =>
        at < parser.Length && int.TryParse(parser.Words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000
            ? number
            : null;

    private string Raw(int at) => at < parser.Length ? parser.Tokens[at].Where.Text.ToLowerInvariant() : "";

    private bool Joined(ref int at, string joiner)
    {
        var length = parser.Is(at, ",", joiner) ? 2 : parser.Is(at, ",") && !parser.Is(at, ",", "up") && !parser.Is(at, ",", "consulting") || parser.Is(at, joiner) ? 1 : 0;
        at += length;
        return length > 0;
    }
}
