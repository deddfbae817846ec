using System.CommandLine;
using Lanyard.Cli.Output;
using Lanyard.Decisions;
using Lanyard.Decisions.Replaying;
using Lanyard.Policy.Compilation;

namespace Lanyard.Cli.Commands;

/// <summary>Asks recorded answers again.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var policy = Shared.Policy();
        var log = new Argument<string>("LOG") { Description = "Answers as JSON Lines, as `lanyard decide` prints them; - is standard input." };
        var json = Shared.Json();
        var today = Shared.Today();
        var command = new Command("replay", "Ask recorded answers again, and say which come out differently: of a draft, what it would change.") { policy, log, json, today };
        command.SetAction((parsed, cancel) =>
            RunAsync(parsed.GetValue(policy)!, parsed.GetValue(log)!, parsed.GetValue(json), Shared.Day(parsed.GetValue(today)), cancel)); // required arguments
        return command.WithExample("lanyard replay policies/beam-trust.md answers.jsonl");
    }

    private static async Task<int> RunAsync(string path, string log, bool isJson, DateOnly today, CancellationToken cancel)
    {
        if (await PolicyFile.RequireAsync(path, cancel) is not { } policy)
        {
            return ExitCode.Findings;
        }

        var replay = new Replay(new Decider(policy), today);
        var (same, number, problems) = (0, 0, 0);
        var changed = new List<ReplayedDecision>();
        using var lines = log == "-" ? Console.In : Open(log);
        while (await lines.ReadLineAsync(cancel) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (replay.Again(number, line, out var problem) is not { } again)
            {
                problems++;
                await Console.Error.WriteLineAsync($"{log}:{number}: {problem}".AsMemory(), cancel);
            }
            else if (again.IsSame)
            {
                same++;
            }
            else
            {
                changed.Add(again);
            }
        }

        Console.WriteLine(isJson ? Json(policy, same, changed, problems) : Text(policy, same, changed, problems));
        return changed.Count == 0 && problems == 0 ? ExitCode.Fine : ExitCode.Findings;
    }

    private static StreamReader Open(string log)
    {
        try
        {
            return new(log);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new Misuse($"Cannot read {log}: {problem.Message}");
        }
    }

    private static string Text(CompiledPolicy policy, int same, List<ReplayedDecision> changed, int problems)
    {
        var lines = changed.Select(again =>
            $"line {again.Line}: was {again.Was.InWords()}, now {again.Now.Verdict.InWords()} by {string.Join(", ", again.Now.Clauses)}: {policy.Phrasing.Sentence(again.Now.Situation)}"
            + (again.IsSamePolicy ? "" : " (answered by another version of the policy)"));
        return string.Join('\n', lines.Append($"{same} the same, {changed.Count} different, {problems} not readable"));
    }

    private static string Json(CompiledPolicy policy, int same, List<ReplayedDecision> changed, int problems) => JsonOutput.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("policy", policy.ContentHash);
        json.WriteNumber("same", same);
        json.WriteNumber("unreadable", problems);
        json.Array("different", changed, again =>
        {
            json.WriteStartObject();
            json.WriteNumber("line", again.Line);
            json.WriteString("was", again.Was.InWords());
            json.WriteString("now", again.Now.Verdict.InWords());
            json.WriteString("situation", policy.Phrasing.Sentence(again.Now.Situation));
            json.Strings("clauses", again.Now.Clauses);
            json.WriteBoolean("samePolicy", again.IsSamePolicy);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    });
}
