using System.CommandLine;
using Lanyard.Cli.Output;
using Lanyard.Decisions.Scenarios;

namespace Lanyard.Cli.Commands;

/// <summary>Shows, clause by clause, what a policy's words have become.</summary>
internal static class CoverCommand
{
    public static Command Create()
    {
        var policy = Shared.Policy();
        var json = Shared.Json();
        var command = new Command("cover", "Show for each clause its statements, its scenarios, and what acts on it; and every gap.") { policy, json };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(policy)!, parsed.GetValue(json), cancel)); // a required argument
        return command.WithExample("lanyard cover policies/beam-trust.md");
    }

    private static async Task<int> RunAsync(string path, bool isJson, CancellationToken cancel)
    {
        if (await PolicyFile.RequireAsync(path, cancel) is not { } policy)
        {
            return ExitCode.Findings;
        }

        var coverage = Coverage.Of(policy);
        Console.WriteLine(isJson ? Json(path, coverage) : Text(coverage));
        return coverage.Clauses.Any(clause => clause.Gaps.Length > 0) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static string Text(Coverage coverage)
    {
        var lines = new List<string>();
        foreach (var clause in coverage.Clauses)
        {
            lines.Add($"{clause.Id}  {clause.Heading}");
            foreach (var statement in clause.Statements)
            {
                lines.Add($"    {statement.Text}");
                lines.Add($"        {Count(statement.Scenarios, "scenario")}; acts on it: {statement.ActedOnBy}");
            }

            lines.AddRange(clause.Gaps.Select(gap => $"    GAP: {gap}"));
        }

        var gaps = coverage.Clauses.Sum(clause => clause.Gaps.Length);
        lines.Add($"{Count(coverage.Clauses.Length, "clause")}, {Count(coverage.Clauses.Sum(clause => clause.Statements.Length), "statement")}, {Count(gaps, "gap")}");
        return string.Join('\n', lines);
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    private static string Json(string path, Coverage coverage) => JsonOutput.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("policy", path);
        json.Array("clauses", coverage.Clauses, clause =>
        {
            json.WriteStartObject();
            json.WriteString("clause", clause.Id);
            json.WriteString("heading", clause.Heading);
            json.Array("statements", clause.Statements, statement =>
            {
                json.WriteStartObject();
                json.WriteString("statement", statement.Id);
                json.WriteString("kind", statement.Kind);
                json.WriteString("text", statement.Text);
                json.WriteNumber("scenarios", statement.Scenarios);
                json.WriteString("actedOnBy", statement.ActedOnBy);
                json.WriteEndObject();
            });
            json.Strings("gaps", clause.Gaps);
            json.WriteEndObject();
        });
        json.WriteNumber("gaps", coverage.Clauses.Sum(clause => clause.Gaps.Length));
        json.WriteEndObject();
    });
}
