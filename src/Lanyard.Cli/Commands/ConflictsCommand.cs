using System.CommandLine;
using System.Text.Json;
using Lanyard.Cli.Output;
using Lanyard.Decisions.Situations;
using Lanyard.Policy.Analysis;
using Lanyard.Policy.Compilation;

namespace Lanyard.Cli.Commands;

/// <summary>Finds what is at odds within a policy.</summary>
internal static class ConflictsCommand
{
    public static Command Create()
    {
        var policy = Shared.Policy();
        var json = Shared.Json();
        var command = new Command("conflicts", "Find statements that demand opposite things, each with the smallest situation in which they do, and statements that change nothing.") { policy, json };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(policy)!, parsed.GetValue(json), cancel)); // a required argument
        return command.WithExample("lanyard conflicts policies/beam-trust.md");
    }

    private static async Task<int> RunAsync(string path, bool isJson, CancellationToken cancel)
    {
        if (await PolicyFile.RequireAsync(path, cancel) is not { } policy)
        {
            return ExitCode.Findings;
        }

        var report = ConflictAnalysis.Of(policy);
        Console.WriteLine(isJson ? JsonOutput.Text(json => Write(json, report)) : Text(path, policy, report));
        return report.Conflicts.IsEmpty ? ExitCode.Fine : ExitCode.Findings;
    }

    private static string Text(string path, CompiledPolicy policy, ConflictReport report)
    {
        var lines = new List<string>();
        foreach (var conflict in report.Conflicts)
        {
            lines.Add($"{conflict.Stricter.Clause} and {conflict.Other.Clause} demand opposite things:");
            lines.Add($"    {conflict.Stricter.Clause}  {conflict.Stricter.Text}");
            lines.Add($"    {conflict.Other.Clause}  {conflict.Other.Text}");
            lines.Add($"    for example: {conflict.Description}");
            lines.Add($"    {conflict.Stricter.Clause} holds until the policy's owner resolves this.");
            lines.Add("");
        }

        lines.AddRange(report.Idle.Select(idle => $"{idle.Statement.Clause} changes nothing, since {idle.Reason}: {idle.Statement.Text}"));
        lines.Add($"{path}: {report.Conflicts.Length} conflicts, {report.Idle.Length} statements that change nothing, out of {policy.Statements.Length}");
        return string.Join('\n', lines);
    }

    private static void Write(Utf8JsonWriter json, ConflictReport report)
    {
        json.WriteStartObject();
        json.Array("conflicts", report.Conflicts, conflict =>
        {
            json.WriteStartObject();
            json.WriteString("stricter", conflict.Stricter.Clause);
            json.WriteString("other", conflict.Other.Clause);
            json.WriteString("stricterStatement", conflict.Stricter.Text);
            json.WriteString("otherStatement", conflict.Other.Text);
            json.WriteString("witness", conflict.Description);
            json.WritePropertyName("situation");
            SituationJson.Write(json, conflict.Witness);
            json.WriteEndObject();
        });
        json.Array("idle", report.Idle, idle =>
        {
            json.WriteStartObject();
            json.WriteString("clause", idle.Statement.Clause);
            json.WriteString("statement", idle.Statement.Text);
            json.WriteString("reason", idle.Reason);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }
}
