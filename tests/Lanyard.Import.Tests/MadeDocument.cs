namespace Lanyard.Import.Tests;

/// <summary>A document that nobody wrote, of words that occur once, so that each can be told wherever it comes
/// out.</summary>
internal sealed class MadeDocument
{
    private const string Consonants = "bdfgklmnprstvz";
    private const string Vowels = "aeiou";

    private readonly Random _random;
    private int _word = 400;

    private MadeDocument(int seed) => _random = new Random(seed);

    public string Title { get; private set; } = "";

    public List<MadeBlock> Blocks { get; } = [];

    public static MadeDocument Of(int seed)
    {
        var made = new MadeDocument(seed);
        made.Title = $"{made.Word()} {made.Word()} policy";
        made.Title = char.ToUpperInvariant(made.Title[0]) + made.Title[1..];
        var isNumbered = seed % 3 != 0;
        for (var part = 1; part <= made._random.Next(2, 5); part++)
        {
            made.Blocks.Add(
                MadeBlock.Of(MadeKind.Heading, isNumbered ? $"{part}" : "", made.Capital(made._random.Next(1, 4)))
            );
            for (var clause = 1; clause <= made._random.Next(1, 6); clause++)
            {
                made.Add(isNumbered ? $"{part}.{clause}" : "");
            }
        }

        return made;
    }

    /// <summary>All the words that a reader of the document sees.</summary>
    public IEnumerable<string> Words =>
        Blocks.SelectMany(block => block.Units.Select(unit => unit.Text)).Append(Title).SelectMany(Split);

    public static IEnumerable<string> Split(string text) =>
        text.Split(
                [' ', '.', ',', ';', ':', '(', ')', '|', '"', '\n', '\t', '-'],
                StringSplitOptions.RemoveEmptyEntries
            )
            .Select(word => word.ToLowerInvariant());

    private void Add(string number)
    {
        Blocks.Add(
            _random.Next(5) switch
            {
                0 => new(
                    MadeKind.List,
                    number,
                    $"Staff must not {Some(_random.Next(0, 9))}:".Replace(" :", ":", StringComparison.Ordinal),
                    [.. Enumerable.Range(0, _random.Next(2, 5)).Select(_ => Some(_random.Next(2, 14)))],
                    []
                ),
                1 => MadeBlock.Of(MadeKind.Clause, number, $"{Sentence()} {Sentence()}"),
                2 => new(MadeKind.Table, "", "", [], Table()),
                3 => MadeBlock.Of(
                    number.Length == 0 ? MadeKind.Paragraph : MadeKind.Clause,
                    number,
                    $"{Sentence()} In {_random.Next(1, 10)}.{_random.Next(1, 10)} million {Some(4)}."
                ),
                _ => MadeBlock.Of(number.Length == 0 ? MadeKind.Paragraph : MadeKind.Clause, number, Sentence()),
            }
        );
    }

    private string[][] Table() =>
        _random.Next(2) == 0
            ?
            [
                [$"Do {Word()}", $"Do not {Word()}"],
                .. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => new[] { Capital(4) + ".", Capital(5) + "." }),
            ]
            :
            [
                ["Do", "Do not"],
                .. Enumerable
                    .Range(0, _random.Next(1, 4))
                    .Select(_ => new[] { Capital(_random.Next(2, 8)) + ".", Capital(_random.Next(2, 8)) + "." }),
            ];

    private string Sentence() => $"Staff must not {Some(_random.Next(3, 25))}.";

    private string Capital(int count) => Some(count) is var text ? char.ToUpperInvariant(text[0]) + text[1..] : "";

    private string Some(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));

    // Three syllables, counted up: "bobabe", "bobabi", ...
    private string Word()
    {
        var (word, left) = ("", _word++);
        for (var syllable = 0; syllable < 4; syllable++)
        {
            word = $"{Consonants[left % Consonants.Length]}{Vowels[left / Consonants.Length % Vowels.Length]}{word}";
            left /= Consonants.Length * Vowels.Length;
        }

        return word;
    }
}
