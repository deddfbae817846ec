using System.CommandLine;
using Lanyard.Cli.Output;
using Lanyard.Decisions;
using Lanyard.Decisions.Situations;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Cli.Commands;

/// <summary>Answers whether something may be done, and says why.</summary>
internal static class DecideCommand
{
    private const int LongestLine = 1024 * 1024;

    public static Command Create()
    {
        var policy = Shared.Policy();
        var situation = new Argument<string?>("SITUATION")
        {
            Description = "A sentence, a JSON object, or nothing: then each line of standard input is one of these.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = Shared.Json();
        var today = Shared.Today();
        var command = new Command("decide", "Say what a policy says of a situation: the verdict, the clauses, what must be done, what is unknown.") { policy, situation, json, today };
        command.SetAction((parsed, cancel) =>
            RunAsync(parsed.GetValue(policy)!, parsed.GetValue(situation), parsed.GetValue(json), Shared.Day(parsed.GetValue(today)), cancel)); // a required argument
        return command.WithExample("lanyard decide policies/beam-trust.md \"A teacher accepts a connection request from a former pupil on a personal account.\"");
    }

    private static async Task<int> RunAsync(string path, string? told, bool isJson, DateOnly today, CancellationToken cancel)
    {
        if (await PolicyFile.RequireAsync(path, cancel) is not { } policy)
        {
            return ExitCode.Findings;
        }

        var decider = new Decider(policy);
        if (told is not null)
        {
            return Answer(decider, told, today, isJson, isOneLine: false);
        }

        var worst = ExitCode.Fine;
        while (await Console.In.ReadLineAsync(cancel) is { } line)
        {
            if (line.Length > LongestLine)
            {
                throw new Misuse($"A line of standard input is longer than {LongestLine} characters, which no situation is.");
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                worst = Math.Max(worst, Answer(decider, line, today, isJson: true, isOneLine: true));
            }
        }

        return worst;
    }

    private static int Answer(Decider decider, string told, DateOnly today, bool isJson, bool isOneLine)
    {
        var read = SituationReader.Read(decider.Policy, told, today);
        if (read.Situation is not { } situation)
        {
            Report(read, isJson, isOneLine);
            return ExitCode.Findings;
        }

        var decision = decider.Decide(situation);
        Console.WriteLine(isJson
            ? JsonOutput.Text(json => DecisionJson.Write(json, decider.Policy, decision), isOneLine)
            : DecisionText.Render(decider.Policy, decision));
        return ExitCode.Fine;
    }

    private static void Report(SituationReadResult read, bool isJson, bool isOneLine)
    {
        if (!isJson)
        {
            read.Problems.ToList().ForEach(problem => Console.Error.WriteLine(Ink.Diagnostic(DiagnosticText.Render(problem), isError: true) + "\n"));
            return;
        }

        Console.WriteLine(JsonOutput.Text(
            json =>
            {
                json.WriteStartObject();
                json.Array("problems", read.Problems, problem => DiagnosticJson.Write(json, problem));
                json.WriteEndObject();
            },
            isOneLine));
    }
}
