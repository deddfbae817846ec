using System.Collections.Immutable;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Lanyard.Policy.Literate;

/// <summary>Reads the YAML at the top of a policy.</summary>
internal sealed class FrontMatterReader(SourceText source, SourceSpan yaml, ICollection<Diagnostic> diagnostics)
{
    private const int DeepestNesting = 20;
    private static readonly ImmutableArray<string> Keys = ["policy", "organisation", "version", "history", "reviewed", "terms"];
    private static readonly ImmutableArray<string> VersionKeys = ["version", "date", "action", "by"];

    public FrontMatter Read()
    {
        var facts = ReadFacts();
        var open = source.Span(0, 3);
        return new(
            open,
            Required(facts, "policy", "Social Media Policy", open),
            Required(facts, "organisation", "Ashfield Primary School", open),
            Required(facts, "version", "1", open),
            ReadHistory(facts.GetValueOrDefault("history")),
            ReadMonth("reviewed", facts.GetValueOrDefault("reviewed")),
            ReadTerms(facts.GetValueOrDefault("terms")));
    }

    private Dictionary<string, YamlNode> ReadFacts()
    {
        try
        {
            if (NestsTooDeep())
            {
                diagnostics.Add(new FrontMatterUnreadable(yaml with { Length = Math.Min(yaml.Length, 3) }, "it is nested too deeply"));
                return [];
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(yaml.Text));
            return stream.Documents is [{ RootNode: YamlMappingNode map }, ..] ? Pairs(map, Keys) : [];
        }
        catch (YamlException problem)
        {
            var at = Math.Clamp(yaml.Start + (int)problem.Start.Index, yaml.Start, Math.Max(yaml.Start, yaml.End - 1));
            diagnostics.Add(new FrontMatterUnreadable(source.Span(at, 1), Plain(problem.Message)));
            return [];
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or FormatException)
        {
            // The YAML library throws these for some texts instead of saying where they are wrong.
            diagnostics.Add(new FrontMatterUnreadable(source.Span(yaml.Start, Math.Min(1, yaml.Length)), "it is not YAML"));
            return [];
        }
    }

    // The YAML library recurses; a million brackets would end the process.
    private bool NestsTooDeep()
    {
        var depth = 0;
        foreach (var letter in yaml.Text)
        {
            depth += letter is '[' or '{' ? 1 : letter is ']' or '}' ? -1 : 0;
            if (depth > DeepestNesting)
            {
                return true;
            }
        }

        return yaml.Text.Split('\n').Any(line => line.Count(letter => letter is '-' or '?') > DeepestNesting * 2 || line.TakeWhile(char.IsWhiteSpace).Count() > DeepestNesting * 8);
    }

    private Dictionary<string, YamlNode> Pairs(YamlMappingNode map, ImmutableArray<string> known)
    {
        var pairs = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (known.Contains(name))
            {
                pairs[name] = value;
            }
            else
            {
                diagnostics.Add(new UnknownKey(SpanOf(key), name, known));
            }
        }

        return pairs;
    }

    private string Required(Dictionary<string, YamlNode> facts, string key, string example, SourceSpan open)
    {
        if (facts.GetValueOrDefault(key) is YamlScalarNode { Value: { Length: > 0 } value })
        {
            return value;
        }

        if (diagnostics.Any(diagnostic => diagnostic is FrontMatterUnreadable))
        {
            return "";
        }

        diagnostics.Add(new MissingKey(open, key, example));
        return "";
    }

    private ImmutableArray<PolicyVersion> ReadHistory(YamlNode? node) => node switch
    {
        null or YamlScalarNode { Value: "" or null } => [],
        YamlSequenceNode list => [.. list.Children.Select(ReadVersion).OfType<PolicyVersion>()],
        _ => Reject<PolicyVersion>(node, "history", "a list, each line like `- { version: 1, date: 2026-09, action: draft }`"),
    };

    private PolicyVersion? ReadVersion(YamlNode node)
    {
        if (node is not YamlMappingNode map)
        {
            Reject<PolicyVersion>(node, "history", "`{ version: 1, date: 2026-09, action: draft }`");
            return null;
        }

        var facts = Pairs(map, VersionKeys);
        string? Text(string key) => (facts.GetValueOrDefault(key) as YamlScalarNode)?.Value is { Length: > 0 } text ? text : null;
        return new(Text("version") ?? "", ReadMonth("date", facts.GetValueOrDefault("date")), Text("action") ?? "", Text("by"), SpanOf(node));
    }

    private CalendarMonth? ReadMonth(string key, YamlNode? node)
    {
        if (node is null or YamlScalarNode { Value: null or "" })
        {
            return null;
        }

        if (node is YamlScalarNode { Value: { } text } && CalendarMonth.TryParse(text) is { } month)
        {
            return month;
        }

        Reject<CalendarMonth>(node, key, "a month or a day, such as `2026-09` or `2026-09-30`");
        return null;
    }

    private ImmutableArray<PolicyTerm> ReadTerms(YamlNode? node)
    {
        if (node is null or YamlScalarNode { Value: null or "" })
        {
            return [];
        }

        if (node is not YamlMappingNode map)
        {
            return Reject<PolicyTerm>(node, "terms", "lines such as `pupil: student`");
        }

        var terms = ImmutableArray.CreateBuilder<PolicyTerm>();
        foreach (var (key, value) in map.Children)
        {
            if (key is YamlScalarNode { Value: { Length: > 0 } term } && value is YamlScalarNode { Value: { Length: > 0 } meaning })
            {
                terms.Add(new(term, meaning, SpanOf(value)));
            }
            else
            {
                Reject<PolicyTerm>(key, "terms", "a line such as `pupil: student`");
            }
        }

        return terms.ToImmutable();
    }

    private ImmutableArray<T> Reject<T>(YamlNode node, string key, string expected)
    {
        diagnostics.Add(new UnreadableValue(SpanOf(node), key, expected));
        return [];
    }

    private SourceSpan SpanOf(YamlNode node)
    {
        var start = Math.Min(yaml.Start + (int)node.Start.Index, yaml.End);
        var end = Math.Min(yaml.Start + (int)node.End.Index, yaml.End);
        return source.Span(start, Math.Max(1, end - start));
    }

    private static string Plain(string message) => message.TrimEnd('.').ReplaceLineEndings(" ") is { Length: > 0 } text
        ? char.ToLowerInvariant(text[0]) + text[1..]
        : "it is not YAML";
}
