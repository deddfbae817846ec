using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Lanyard.Policy.References;

/// <summary>What policies cite, and what became of it: read from one dated file with sources, <c>references.txt</c>.</summary>
public sealed class ReferenceBook
{
    private static readonly Lazy<ReferenceBook> Ours = new(ReadShipped);

    private ReferenceBook(ImmutableArray<KnownAct> acts, ImmutableArray<StaleReference> stale, ImmutableArray<string> hedges, ImmutableArray<string> abbreviations, string checkedOn) =>
        (Acts, Stale, Hedges, Abbreviations, CheckedOn) = (acts, stale, hedges, abbreviations, checkedOn);

    /// <summary>The references that Lanyard ships with.</summary>
    public static ReferenceBook Shipped => Ours.Value;

    /// <summary>Acts with their right years.</summary>
    public ImmutableArray<KnownAct> Acts { get; }

    /// <summary>What is gone, was renamed, or never was.</summary>
    public ImmutableArray<StaleReference> Stale { get; }

    /// <summary>Words that leave open when something holds.</summary>
    public ImmutableArray<string> Hedges { get; }

    /// <summary>Abbreviations that need no explanation.</summary>
    public ImmutableArray<string> Abbreviations { get; }

    /// <summary>The day on which the file was last checked.</summary>
    public string CheckedOn { get; }

    /// <summary>Reads a file of references.</summary>
    /// <exception cref="FormatException">A line is of no known kind.</exception>
    public static ReferenceBook Read(string text)
    {
        var acts = ImmutableArray.CreateBuilder<KnownAct>();
        var stale = ImmutableArray.CreateBuilder<StaleReference>();
        var hedges = ImmutableArray.CreateBuilder<string>();
        var abbreviations = ImmutableArray.CreateBuilder<string>();
        var checkedOn = "";
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var (key, value) = line.StartsWith("act ", StringComparison.Ordinal) ? ("act", line[4..]) : Cut(line);
            switch (key)
            {
                case "act":
                    acts.Add(new(value[..^5], int.Parse(value[^4..], CultureInfo.InvariantCulture)));
                    break;
                case "stale law" or "stale guidance" or "stale platform":
                    stale.Add(new(key switch { "stale law" => StaleKind.Law, "stale guidance" => StaleKind.Guidance, _ => StaleKind.Platform }, value, "", "", ""));
                    break;
                case "  what":
                    stale[^1] = stale[^1] with { What = value };
                    break;
                case "  instead":
                    stale[^1] = stale[^1] with { Instead = value };
                    break;
                case "  source":
                    stale[^1] = stale[^1] with { Source = value };
                    break;
                case "hedge":
                    hedges.Add(value);
                    break;
                case "abbreviation":
                    abbreviations.Add(value);
                    break;
                case "checked":
                    checkedOn = value;
                    break;
                default:
                    throw new FormatException($"Cannot read references.txt: \"{line}\" is of no known kind. See the top of the file.");
            }
        }

        return new(acts.ToImmutable(), stale.ToImmutable(), hedges.ToImmutable(), abbreviations.ToImmutable(), checkedOn);
    }

    private static (string Key, string Value) Cut(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? (line, "") : (line[..colon], line[(colon + 2)..].Trim());
    }

    private static ReferenceBook ReadShipped()
    {
        using var stream = typeof(ReferenceBook).Assembly.GetManifestResourceStream("references.txt")!; // built into the assembly
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(reader.ReadToEnd());
    }
}
