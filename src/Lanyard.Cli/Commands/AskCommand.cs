using System.CommandLine;
using Lanyard.Cli.Output;
using Lanyard.Decisions;
using Lanyard.Decisions.Understanding;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Cli.Commands;

/// <summary>Takes a question in free English, asks for what is missing, and answers.</summary>
internal static class AskCommand
{
    private const int LongestLine = 1024 * 1024;

    public static Command Create()
    {
        var policy = Shared.Policy();
        var question = new Argument<string?>("QUESTION")
        {
            Description = "The question in free English, or, with --json, nothing: then each line of standard input is one.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var role = new Option<string?>("--as") { Description = "The role of whoever asks, for \"I\".", HelpName = "ROLE" };
        var json = Shared.Json();
        var command = new Command("ask", "Take a question in free English, show what was understood, ask for what still matters, and answer.") { policy, question, role, json };
        command.SetAction((parsed, cancel) =>
            RunAsync(parsed.GetValue(policy)!, parsed.GetValue(question), parsed.GetValue(role), parsed.GetValue(json), cancel)); // a required argument
        return command.WithExample("lanyard ask policies/beam-trust.md \"may I follow back a girl who left year 11 in July?\" --as teacher");
    }

    private static async Task<int> RunAsync(string path, string? question, string? role, bool isJson, CancellationToken cancel)
    {
        if (question is null && !isJson)
        {
            throw new Misuse("There is no question. Give one, or add --json and write one a line to standard input.");
        }

        if (await PolicyFile.RequireAsync(path, cancel) is not { } policy)
        {
            return ExitCode.Findings;
        }

        var decider = new Decider(policy);
        var asker = Asker(policy.Lexicon, role);
        var listener = new Listener(policy);
        return question is null ? await AnswerLinesAsync(decider, listener, asker, cancel)
            : isJson ? AnswerInJson(decider, listener.Understand(question, asker), isOneLine: false)
            : await AnswerAsync(decider, listener.Understand(question, asker), asker, cancel);
    }

    private static async Task<int> AnswerLinesAsync(Decider decider, Listener listener, Concept? asker, CancellationToken cancel)
    {
        var worst = ExitCode.Fine;
        while (await Console.In.ReadLineAsync(cancel) is { } line)
        {
            if (line.Length > LongestLine)
            {
                throw new Misuse($"A line of standard input is longer than {LongestLine} characters, which no question is.");
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                worst = Math.Max(worst, AnswerInJson(decider, listener.Understand(line, asker), isOneLine: true));
            }
        }

        return worst;
    }

    private static int AnswerInJson(Decider decider, UnderstoodQuestion understood, bool isOneLine)
    {
        Console.WriteLine(JsonOutput.Text(json => AskedJson.Write(json, decider, understood), isOneLine));
        return IsAnswered(understood) ? ExitCode.Fine : ExitCode.Findings;
    }

    // Nobody who tells of harm is told that they did something wrong.
    private static bool IsAnswered(UnderstoodQuestion understood) => understood.Understood is not null
        || understood.Worry is not null;

    private static async Task<int> AnswerAsync(Decider decider, UnderstoodQuestion understood, Concept? asker, CancellationToken cancel)
    {
        var policy = decider.Policy;
        if (understood.Worry is { } worry)
        {
            Console.WriteLine($"{worry.Text}\n");
        }

        if (understood.Understood is null && understood.Worry is not null)
        {
            return ExitCode.Fine;
        }

        Console.WriteLine(Heard(understood));
        if (!understood.NotUnderstood.IsEmpty)
        {
            Console.WriteLine($"I did not understand: {string.Join(", ", understood.NotUnderstood)}");
        }

        if (understood.Understood is null)
        {
            return ExitCode.Findings;
        }

        if (understood.MustBeConfirmed && !await AskedInterview.ConfirmAsync(understood, cancel))
        {
            return ExitCode.Findings;
        }

        var decision = await AskedInterview.RunAsync(decider, understood.Situation, cancel);
        Console.WriteLine();
        if (policy.Phrasing.Sentence(decision.Situation) is var known && known != understood.Understood)
        {
            Console.WriteLine($"With your answers: {known}\n");
        }

        Console.WriteLine(DecisionText.Answer(policy, decision, Witnesses.Of(decider, decision, asker)));
        return ExitCode.Fine;
    }

    private static string Heard(UnderstoodQuestion understood) => understood switch
    {
        { Understood: { } said } => $"I understood: {said}",
        { Elsewhere: [var other, ..] } => $"The policy is not about what you ask (\"{other}\"). Ask whoever looks after the rule for it.",
        _ => "I did not understand what is to be done. Name it, such as \"message\", \"post\" or \"follow\".",
    };

    private static Concept? Asker(Lexicon lexicon, string? role)
    {
        if (role is null)
        {
            return null;
        }

        var roles = lexicon.Concepts.Where(concept => concept.Facet == lexicon.Actor).SelectMany(concept => concept.Phrases);
        var help = Suggestion.Nearest(role, roles) is { } guess ? $"Did you mean \"{guess}\"?" : "`lanyard vocabulary actor` lists them.";
        return lexicon.FindConcept(lexicon.Actor, role) ?? throw new Misuse($"\"{role}\" is not a role. {help}");
    }
}
