using System.Text.RegularExpressions;

namespace Lanyard.Import;

/// <summary>The row that names the columns of a table.</summary>
internal sealed partial class TableHead
{
    private readonly string[] _names;

    private TableHead(string[] names, bool hasRowLabels) => (_names, HasRowLabels) = (names, hasRowLabels);

    /// <summary>Whether the first cell of each row names the row.</summary>
    public bool HasRowLabels { get; }

    /// <summary>Whether each cell of a row says "Do", "Do not" or the like and nothing else.</summary>
    public static bool IsForceful(TableRow row) =>
        row.Texts is { Length: > 1 } names
        && Array.TrueForAll(names, name => IsForce(name) || LongForce().IsMatch(name))
        && Array.Exists(names, name => Mark(name) is null);

    /// <summary>The head of a table, or <see langword="null"/> if its first row is one like the others.</summary>
    public static TableHead? Of(List<TableRow> rows)
    {
        var names = rows[0].Texts;
        var body = rows.Skip(1).ToList();
        var filled = names.Where(name => name.Length > 0).ToList();
        if (body.Count == 0 || filled.Count == 0 || names.Length < 2 || !(rows[0].IsHead || filled.TrueForAll(IsName)))
        {
            return null;
        }

        var isForce =
            filled.Exists(IsForce) || (filled.Count > 1 && filled.TrueForAll(name => LongForce().IsMatch(name)));
        var isGrid =
            body.SelectMany(row => row.Texts.Skip(1)).Where(text => text.Length > 0).ToList() is { Count: > 0 } marks
            && marks.TrueForAll(text => Mark(text) is not null);
        var says = body.Exists(row => row.Texts.Any(text => text.Length > 0 && !IsName(text)));
        if (!rows[0].IsHead && !isForce && !isGrid && !says && names[0].Length > 0)
        {
            return null;
        }

        var hasRowLabels =
            !IsForce(names[0])
            && !LongForce().IsMatch(names[0])
            && body.TrueForAll(row =>
                row.Texts[0].Length == 0 || (isGrid ? row.Texts[0].Length < 200 : Tables.IsLabel(row.Texts[0]))
            )
            && body.Exists(row => row.Texts.Skip(1).Any(text => text.Length > 0));
        return new(names, hasRowLabels);
    }

    /// <summary>What stands over a cell: its row and its column.</summary>
    public string Over(int column, string row)
    {
        var name = Name(column);
        var isSilent = _names.Length <= 2 && HasRowLabels && (name.Length == 0 || Silent().IsMatch(name));
        return string.Join(
            ", ",
            new[] { row.TrimEnd(':', ' '), isSilent && row.Length > 0 ? "" : name }.Where(part => part.Length > 0)
        );
    }

    /// <summary>Says which headings were not put before the cells, or asks to compare.</summary>
    public void Note(ICollection<string> notes)
    {
        var all = string.Join(" | ", _names);
        var isLeftOut = _names.Length <= 2 && HasRowLabels && (Name(1).Length == 0 || Silent().IsMatch(Name(1)));
        var note = isLeftOut
            ? $"the headings of a table were left out: \"{all}\""
            : $"each cell of a table was put after the headings of its row and column: \"{all}\"; compare what they "
                + $"say with the document";
        if (!notes.Contains(note))
        {
            notes.Add(note);
        }
    }

    /// <summary>A cell under its heading: "Do not: message pupils."</summary>
    public static string Under(string head, string cell)
    {
        var mark = Mark(cell);
        var isVerb =
            (IsForce(head) || LongForce().IsMatch(head))
            && cell is [var first, var second, ..]
            && char.IsUpper(first)
            && char.IsLower(second);
        return mark is not null
            ? $"{head}: {mark}"
            : $"{head}: {(isVerb ? char.ToLowerInvariant(cell[0]) + cell[1..] : cell)}";
    }

    // A head that spans several columns stands over all of them.
    private string Name(int column)
    {
        for (var at = Math.Min(column, _names.Length - 1); at >= (HasRowLabels ? 1 : 0); at--)
        {
            if (_names[at].Length > 0)
            {
                return Spelt(_names[at].TrimEnd(':', ' '));
            }
        }

        return "";
    }

    private static string Spelt(string name) =>
        name switch
        {
            "✓" or "✔" or "☑" or "✅" => "✓ (do)",
            "✗" or "✘" or "☒" or "❌" or "×" => "✗ (do not)",
            _ => Sign().Replace(name, "").Trim() is { Length: > 0 } words ? words : name,
        };

    /// <summary>What a cell means that only ticks or crosses, or says yes or no; otherwise <see
    /// langword="null"/>.</summary>
    public static string? Mark(string cell) =>
        cell.Trim().TrimEnd('.') switch
        {
            "✓" or "✔" or "☑" or "✅" => "✓ (yes)",
            "✗" or "✘" or "☒" or "❌" or "×" => "✗ (no)",
            var word when Word().IsMatch(word) => word,
            _ => null,
        };

    /// <summary>Whether a heading carries the force of a rule, such as "Do not".</summary>
    public static bool IsForce(string name) => Force().IsMatch(name);

    private static bool IsName(string text) =>
        text.Split(' ').Length <= 8
        && text is not [.., '.' or '!' or ';']
        && (IsForce(text) || LongForce().IsMatch(text) || !DocumentFacts.IsRule(text) || text.EndsWith(':'));

    [GeneratedRegex(
        @"^\W*(?:(?:things |what )?(?:(?:staff|pupils?|students?|children|parents?|volunteers|governors|you|we|"
            + @"adults|everyone) )?(?:please )?(?:do|dos|do's|do’s|don['’]?ts?|do nots?|do not|don['’]ts|must|must "
            + @"not|mustn['’]t|should|should not|shouldn['’]t|shall not|never|always|may|may not|can|cannot|"
            + @"can['’]t|will|will not|avoid|allowed|not allowed|permitted|not permitted|prohibited|forbidden|"
            + @"banned|acceptable(?: use)?|unacceptable(?: use)?|not acceptable|appropriate|inappropriate|ok|not ok|"
            + @"okay|not okay|safe|unsafe|good practice|poor practice|bad practice|yes|no|right|wrong))\W*$|"
            + @"^[✓✔☑✅✗✘☒❌×]$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Force();

    // "Do this", "Don't ever"
    [GeneratedRegex(
        @"^\W*(?:do|don['’]?t|do not|must|must not|never|always|should|should not|may|may not|can|cannot)(?: "
            + @"[\w'’]+){1,3}:?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex LongForce();

    [GeneratedRegex(
        @"^(?:the )?(?:rules?|expectations?|requirements?|what|policy|guidance|responsibilit(?:y|ies)|descriptions?|"
            + @"details?|statements?|dut(?:y|ies)|standards?|what we expect|text|notes?|information|meaning|"
            + @"definition)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Silent();

    [GeneratedRegex(@"[✓✔☑✅✗✘☒❌×\uFE0F]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Sign();

    [GeneratedRegex(
        @"^(?:yes|no|n/a|y|n|always|never|allowed|not allowed|with permission|x)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Word();
}
