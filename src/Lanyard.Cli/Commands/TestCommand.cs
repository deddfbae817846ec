using System.CommandLine;
using Lanyard.Cli.Output;
using Lanyard.Decisions.Scenarios;
using Lanyard.Policy.Binding.Statements;

namespace Lanyard.Cli.Commands;

/// <summary>Runs the scenarios of policies.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var policies = new Argument<string[]>("POLICY") { Description = "One policy file or more.", Arity = ArgumentArity.OneOrMore };
        var json = Shared.Json();
        var command = new Command("test", "Run every scenario of a policy, and say which statements no scenario exercises.") { policies, json };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(policies)!, parsed.GetValue(json), cancel)); // a required argument
        return command.WithExample("lanyard test policies/beam-trust.md");
    }

    private static async Task<int> RunAsync(string[] paths, bool isJson, CancellationToken cancel)
    {
        var worst = ExitCode.Fine;
        foreach (var path in paths)
        {
            if (await PolicyFile.RequireAsync(path, cancel) is not { } policy)
            {
                worst = ExitCode.Findings;
                continue;
            }

            var outcomes = new ScenarioRunner(policy).Run();
            var unexercised = policy.Statements.Where(statement => !outcomes.Any(outcome => outcome.Exercised.Contains(statement.Id))).ToList();
            Console.WriteLine(isJson ? Json(path, outcomes, unexercised) : Text(path, outcomes, unexercised));
            worst = outcomes.All(outcome => outcome.Passed) && unexercised.Count == 0 ? worst : ExitCode.Findings;
        }

        return worst;
    }

    private static string Text(string path, IReadOnlyList<ScenarioOutcome> outcomes, List<Statement> unexercised)
    {
        var lines = new List<string>();
        foreach (var outcome in outcomes.Where(outcome => !outcome.Passed))
        {
            lines.Add($"{path}:{outcome.Scenario.Where.Line}: {outcome.Scenario.Text}");
            lines.AddRange(outcome.Failures.SelectMany(failure => new[] { $"    expected → {failure.Expectation.Where.Text}", $"    but it is   {failure.Actual}" }));
        }

        lines.AddRange(unexercised.Select(statement => $"{path}:{statement.Source.Where.Line}: no scenario exercises {statement.Id}: {statement.Text}"));
        lines.Add($"{path}: {outcomes.Count(outcome => outcome.Passed)} scenarios passed, {outcomes.Count(outcome => !outcome.Passed)} failed, {unexercised.Count} statements without a scenario");
        return string.Join('\n', lines);
    }

    private static string Json(string path, IReadOnlyList<ScenarioOutcome> outcomes, List<Statement> unexercised) => JsonOutput.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("policy", path);
        json.WriteNumber("passed", outcomes.Count(outcome => outcome.Passed));
        json.WriteNumber("failed", outcomes.Count(outcome => !outcome.Passed));
        json.Array("scenarios", outcomes, outcome =>
        {
            json.WriteStartObject();
            json.WriteString("clause", outcome.Scenario.Clause);
            json.WriteNumber("line", outcome.Scenario.Where.Line);
            json.WriteString("text", outcome.Scenario.Text);
            json.WriteBoolean("passed", outcome.Passed);
            json.Strings("statements", outcome.Exercised.Order(StringComparer.Ordinal));
            json.Array("failures", outcome.Failures, failure =>
            {
                json.WriteStartObject();
                json.WriteString("expected", failure.Expectation.Where.Text);
                json.WriteString("actual", failure.Actual);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
        json.Array("unexercised", unexercised, statement =>
        {
            json.WriteStartObject();
            json.WriteString("statement", statement.Id);
            json.WriteNumber("line", statement.Source.Where.Line);
            json.WriteString("text", statement.Text);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    });
}
