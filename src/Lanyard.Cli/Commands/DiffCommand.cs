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

        var difference = DifferenceAnalysis.Of(before, after);
        Console.WriteLine(isJson ? JsonOutput.Text(json => Write(json, difference)) : Text(difference));
        return difference.IsEmpty ? ExitCode.Fine : ExitCode.Findings;
    }

    private static string Text(PolicyDifference difference)
    {
        if (difference.IsEmpty)
        {
            return "Both policies give the same answer to everything.";
        }

        var lines = new List<string>();
        lines.AddRange(difference.Verdicts.Select(change => change.Text));
        lines.AddRange(difference.Duties.Select(change => change.Text));
        lines.AddRange(difference.Gained.Select(text => $"new: {text}"));
        lines.AddRange(difference.Lost.Select(text => $"gone: {text}"));
        return string.Join('\n', lines);
    }

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
