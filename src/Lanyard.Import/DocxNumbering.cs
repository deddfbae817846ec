using DocumentFormat.OpenXml.Wordprocessing;

namespace Lanyard.Import;

/// <summary>Counts the numbers of lists as a word processor does, since the file itself holds none.</summary>
internal sealed class DocxNumbering(Numbering? numbering, DocxStyles styles)
{
    private const int Levels = 9;

    private readonly Dictionary<int, int[]> _counters = [];
    private readonly HashSet<(int List, int Level)> _begun = [];
    private readonly Dictionary<int, NumberingInstance> _lists = (numbering?.Elements<NumberingInstance>() ?? [])
        .Where(list => list.NumberID?.Value is not null)
        .GroupBy(list => list.NumberID!.Value)
        .ToDictionary(group => group.Key, group => group.First()); // filtered before

    private readonly Dictionary<int, AbstractNum> _definitions = (numbering?.Elements<AbstractNum>() ?? [])
        .Where(one => one.AbstractNumberId?.Value is not null)
        .GroupBy(one => one.AbstractNumberId!.Value)
        .ToDictionary(group => group.Key, group => group.First()); // filtered before

    /// <summary>What is printed before a paragraph, such as "1.2", "(a)" or a bullet, and how deep in its list it
    /// stands; nothing if it is in no list.</summary>
    public (string Label, int Depth) Label(Paragraph paragraph)
    {
        if (
            styles.Numbering(paragraph) is not { } properties
            || properties.NumberingId?.Val?.Value is not { } id
            || id == 0
            || !_lists.TryGetValue(id, out var list)
            || DefinitionOf(list) is not { } definition
        )
        {
            return ("", 0);
        }

        var level = Math.Clamp(
            properties.NumberingLevelReference?.Val?.Value ?? LevelOfStyle(definition, paragraph),
            0,
            Levels - 1
        );
        if (
            LevelOf(list, definition, level) is not { } shape
            || shape.NumberingFormat?.Val?.Value == NumberFormatValues.None
        )
        {
            return ("", 0);
        }

        return shape.NumberingFormat?.Val?.Value == NumberFormatValues.Bullet
            ? (Symbols.Bullet(shape.LevelText?.Val?.Value), level)
            : (Printed(list, definition, level, shape), level);
    }

    private string Printed(NumberingInstance list, AbstractNum definition, int level, Level shape)
    {
        var counters = Count(list, definition, level);
        var text = shape.LevelText?.Val?.Value ?? $"%{level + 1}.";
        var isLegal = shape.IsLegalNumberingStyle is { } legal && (legal.Val?.Value ?? true);
        for (var at = 0; at <= level; at++)
        {
            var form = isLegal
                ? NumberFormatValues.Decimal
                : LevelOf(list, definition, at)?.NumberingFormat?.Val?.Value;
            text = text.Replace($"%{at + 1}", NumberForm.Of(counters[at], form), StringComparison.Ordinal);
        }

        return text.Trim();
    }

    // Lists that share a definition go on counting; one that says where it begins does so the first time it is used.
    private int[] Count(NumberingInstance list, AbstractNum definition, int level)
    {
        var key = definition.AbstractNumberId?.Value ?? 0;
        if (!_counters.TryGetValue(key, out var counters))
        {
            _counters[key] = counters = new int[Levels];
        }

        for (var at = 0; at < level; at++)
        {
            counters[at] = counters[at] == 0 ? Begin(list, definition, at) : counters[at];
        }

        var isFirst = _begun.Add((list.NumberID!.Value, level)); // a list without a number is not found
        counters[level] =
            isFirst && OverrideOf(list, level)?.StartOverrideNumberingValue?.Val?.Value is { } start ? start
            : counters[level] == 0 ? Begin(list, definition, level)
            : counters[level] + 1;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            counters[deeper] =
                LevelOf(list, definition, deeper)?.LevelRestart?.Val?.Value is { } restart
                && (restart == 0 || restart < level + 1)
                    ? counters[deeper]
                    : 0;
        }

        return counters;
    }

    private static int Begin(NumberingInstance list, AbstractNum definition, int level) =>
        OverrideOf(list, level)?.StartOverrideNumberingValue?.Val?.Value
        ?? LevelOf(list, definition, level)?.StartNumberingValue?.Val?.Value
        ?? 1;

    // A definition may stand for that of a style.
    private AbstractNum? DefinitionOf(NumberingInstance list)
    {
        var definition =
            list.AbstractNumId?.Val?.Value is { } own && _definitions.TryGetValue(own, out var found) ? found : null;
        return
            definition?.NumberingStyleLink?.Val?.Value is { } style
            && styles.NumberingOf(style)?.NumberingId?.Val?.Value is { } id
            && _lists.TryGetValue(id, out var named)
            && named != list
            && named.AbstractNumId?.Val?.Value is { } other
            && _definitions.TryGetValue(other, out var linked)
            ? linked
            : definition;
    }

    private static int LevelOfStyle(AbstractNum definition, Paragraph paragraph) =>
        paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } style
            ? definition
                .Elements<Level>()
                .FirstOrDefault(level => level.ParagraphStyleIdInLevel?.Val?.Value == style)
                ?.LevelIndex?.Value
                ?? 0
            : 0;

    private static Level? LevelOf(NumberingInstance list, AbstractNum definition, int level) =>
        OverrideOf(list, level)?.Level
        ?? definition.Elements<Level>().FirstOrDefault(one => one.LevelIndex?.Value == level);

    private static LevelOverride? OverrideOf(NumberingInstance list, int level) =>
        list.Elements<LevelOverride>().FirstOrDefault(one => one.LevelIndex?.Value == level);
}
