using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Lanyard.Cli.Output;
using Lanyard.Policy.Analysis;
using Lanyard.Policy.Compilation;

namespace Lanyard.Cli.Commands;

/// <summary>Says how two policies differ.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var before = Shared.Policy("OLD", "The policy to compare with.");
        var after = Shared.Policy("NEW", "The policy to compare.");
        var json = Shared.Json();
        var command = new Command("diff", "Say exactly which situations two policies answer differently; they may be of two organisations.") { before, after, json };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(before)!, parsed.GetValue(after)!, parsed.GetValue(json), cancel)); // required arguments
        return command.WithExample("lanyard diff policies/bctg.md policies/model-policy.md");
    }

    private static async Task<int> RunAsync(string old, string @new, bool isJson, CancellationToken cancel)
    {
        var before = await PolicyFile.RequireAsync(old, cancel);
        var after = await PolicyFile.RequireAsync(@new, cancel);
        if (before is null || after is null)
        {
            return ExitCode.Findings;
        }

        if (isJson)
        {
            var difference = DifferenceAnalysis.Of(before, after);
            Console.WriteLine(JsonOutput.Text(json => Write(json, difference)));
            return difference.IsEmpty ? ExitCode.Fine : ExitCode.Findings;
        }

        var changes = DifferenceAnalysis.ByStatement(before, after);
        Console.WriteLine(string.Join('\n', Text(changes)));
        return changes.IsEmpty ? ExitCode.Fine : ExitCode.Findings;
    }

    private static IEnumerable<string> Text(PolicyChanges changes)
    {
        foreach (var clause in changes.Statements.GroupBy(change => change.Clause))
        {
            yield return clause.Key;
            foreach (var line in clause.SelectMany(Text))
            {
                yield return $"  {line}";
            }
        }

        if (!changes.Others.IsEmpty)
        {
            yield return "Because words mean something else now";
        }

        foreach (var line in Some(changes.Others))
        {
            yield return $"    {line}";
        }

        if (changes.IsEmpty)
        {
            yield return "Both policies give the same answer to everything.";
        }
    }

    private static IEnumerable<string> Text(StatementChange change) =>
    [
        $"{change.Kind}: {(change.Before ?? change.After)!.Text}", // one of them is there
        .. change is { Before: not null, After: { } now } ? [$"now: {now.Text}"] : Array.Empty<string>(),
        .. (change.IsAboutConduct && change.Effects.IsEmpty ? ["changes no answer"] : Some(change.Effects)).Select(line => $"  {line}"),
    ];

    private static IEnumerable<string> Some(ImmutableArray<ChangeEffect> effects) =>
        effects.Take(PolicyChanges.MostEffects).Select(effect => effect.Text).Concat(effects.Length > PolicyChanges.MostEffects ? [$"and {effects.Length - PolicyChanges.MostEffects} more like it"] : []);

    private static void Write(Utf8JsonWriter json, PolicyDifference difference)
    {
        json.WriteStartObject();
        json.Array("verdicts", difference.Verdicts, change =>
        {
            json.WriteStartObject();
            json.WriteString("text", change.Text);
            json.Strings("was", change.Was.Select(verdict => verdict.InWords()));
            json.WriteString("now", change.Now.InWords());
            json.WriteEndObject();
        });
        json.Array("duties", difference.Duties, change =>
        {
            json.WriteStartObject();
            json.WriteString("text", change.Text);
            json.WriteString("duty", change.Duty);
            json.WriteBoolean("new", change.IsNew);
            json.WriteEndObject();
        });
        json.Strings("gained", difference.Gained);
        json.Strings("lost", difference.Lost);
        json.WriteEndObject();
    }
}
