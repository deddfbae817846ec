using System.CommandLine;
using Lanyard.Cli.Output;
using Lanyard.Policy.Analysis;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Cli.Commands;

/// <summary>Says everything that is wrong with policies.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var policies = new Argument<string[]>("POLICY") { Description = "One policy file or more.", Arity = ArgumentArity.OneOrMore };
        var json = Shared.Json();
        var today = Shared.Today();
        var command = new Command("check", "Find errors in a policy, and what is stale, missing, vague or overdue in the document.") { policies, json, today };
        command.SetAction(parsed => Run(parsed.GetValue(policies)!, parsed.GetValue(json), Shared.Day(parsed.GetValue(today)))); // a required argument
        return command.WithExample("lanyard check policies/bctg.md --today 2026-11-21");
    }

    private static int Run(string[] paths, bool isJson, DateOnly today)
    {
        var found = paths.SelectMany(path => Linter.Check(PolicyFile.Compile(path), today)).ToList();
        if (isJson)
        {
            Console.WriteLine(JsonOutput.Text(json =>
            {
                json.WriteStartObject();
                json.Array("diagnostics", found, diagnostic => DiagnosticJson.Write(json, diagnostic));
                json.WriteNumber("errors", found.Count(diagnostic => diagnostic.Severity == Severity.Error));
                json.WriteNumber("findings", found.Count(diagnostic => diagnostic.Severity == Severity.Finding));
                json.WriteEndObject();
            }));
        }
        else
        {
            found.ForEach(diagnostic => Console.WriteLine(Ink.Diagnostic(DiagnosticText.Render(diagnostic), isError: false) + "\n"));
            Console.WriteLine(Summary(paths, found));
        }

        return found.Count == 0 ? ExitCode.Fine : ExitCode.Findings;
    }

    private static string Summary(string[] paths, List<Diagnostic> found)
    {
        var errors = found.Count(diagnostic => diagnostic.Severity == Severity.Error);
        var subject = paths is [var only] ? only : $"{paths.Length} policies";
        return $"{subject}: {Count(errors, "error")}, {Count(found.Count - errors, "finding")}";
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
