using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Lanyard.Import;

/// <summary>Counts the numbers of lists as a word processor does, since the file itself holds none.</summary>
internal sealed class DocxNumbering(Numbering? numbering)
{
    private const int Levels = 9;

    private readonly Dictionary<int, int[]> _counters = [];

    /// <summary>The label of a paragraph: a number such as "1.2", a bullet, or nothing.</summary>
    public string Label(NumberingProperties? properties)
    {
        if (properties?.NumberingId?.Val?.Value is not { } id || id == 0 || AbstractOf(id) is not { } definition)
        {
            return "";
        }

        var level = Math.Clamp(properties.NumberingLevelReference?.Val?.Value ?? 0, 0, Levels - 1);
        if (LevelOf(definition, level) is not { } shape || shape.NumberingFormat?.Val?.Value == NumberFormatValues.None)
        {
            return "";
        }

        if (shape.NumberingFormat?.Val?.Value == NumberFormatValues.Bullet)
        {
            return "•";
        }

        var counters = Count(definition, level);
        var text = shape.LevelText?.Val?.Value ?? $"%{level + 1}.";
        for (var at = 0; at <= level; at++)
        {
            text = text.Replace($"%{at + 1}", counters[at].ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        return text;
    }

    private int[] Count(AbstractNum definition, int level)
    {
        var key = definition.AbstractNumberId?.Value ?? 0;
        if (!_counters.TryGetValue(key, out var counters))
        {
            _counters[key] = counters = new int[Levels];
        }

        for (var at = 0; at < level; at++)
        {
            counters[at] = counters[at] == 0 ? 1 : counters[at];
        }

        counters[level] = counters[level] == 0 ? LevelOf(definition, level)?.StartNumberingValue?.Val?.Value ?? 1 : counters[level] + 1;
        Array.Clear(counters, level + 1, Levels - level - 1);
        return counters;
    }

    private AbstractNum? AbstractOf(int id)
    {
        var instance = numbering?.Elements<NumberingInstance>().FirstOrDefault(one => one.NumberID?.Value == id)?.AbstractNumId?.Val?.Value;
        return instance is null ? null : numbering!.Elements<AbstractNum>().FirstOrDefault(one => one.AbstractNumberId?.Value == instance); // an instance was found in it
    }

    private static Level? LevelOf(AbstractNum definition, int level) =>
        definition.Elements<Level>().FirstOrDefault(one => one.LevelIndex?.Value == level);
}
