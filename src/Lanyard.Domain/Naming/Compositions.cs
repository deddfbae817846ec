using System.Collections.Frozen;
using System.Globalization;

namespace Lanyard.Domain.Naming;

/// <summary>How letters and marks go together. The program runs without the operating system's tables, so it brings its
/// own.</summary>
internal static class Compositions
{
    private const string Resource = "compositions.txt";

    private static readonly string[] Items = Read();

    /// <summary>A letter with a mark, by the two of them.</summary>
    public static FrozenDictionary<(char Letter, char Mark), char> Composed { get; } =
        Pairs().ToFrozenDictionary(pair => (pair[0], pair[1]), pair => pair[2]);

    /// <summary>A letter and its mark, by the letter that has it.</summary>
    public static FrozenDictionary<char, (char Letter, char Mark)> Parts { get; } =
        Pairs().ToFrozenDictionary(pair => pair[2], pair => (pair[0], pair[1]));

    /// <summary>The class of a mark: marks of different classes may stand in any order and mean the same.</summary>
    public static FrozenDictionary<char, byte> Classes { get; } = ReadClasses();

    private static IEnumerable<char[]> Pairs() =>
        Items.Where(item => !item.Contains(':', StringComparison.Ordinal))
            .Select(item => Array.ConvertAll(item.Split(' '), Letter));

    private static FrozenDictionary<char, byte> ReadClasses()
    {
        var classes = new Dictionary<char, byte>();
        foreach (var item in Items.Where(item => item.Contains(':', StringComparison.Ordinal)))
        {
            var parts = item.Split(':');
            var ends = Array.ConvertAll(parts[0].Split('-'), Letter);
            for (int letter = ends[0]; letter <= ends[^1]; letter++)
            {
                classes[(char)letter] = byte.Parse(parts[1], CultureInfo.InvariantCulture);
            }
        }

        return classes.ToFrozenDictionary();
    }

    private static char Letter(string text) =>
        (char)int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string[] Read()
    {
        using var stream = typeof(Compositions).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException(
                $"The resource {Resource} is missing from the program. Build it again.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')
            .SelectMany(line => line.Split(';'))];
    }
}
