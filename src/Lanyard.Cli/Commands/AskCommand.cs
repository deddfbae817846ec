using System.CommandLine;
using System.Globalization;
using Lanyard.Cli.Output;
using Lanyard.Decisions;
using Lanyard.Decisions.Interviews;
using Lanyard.Decisions.Understanding;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Cli.Commands;

/// <summary>Takes a question in free English, asks for what is missing, and answers.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var policy = Shared.Policy();
        var question = new Argument<string>("QUESTION") { Description = "The question in free English." };
        var role = new Option<string?>("--as") { Description = "The role of whoever asks, for \"I\".", HelpName = "ROLE" };
        var json = Shared.Json();
        var command = new Command("ask", "Take a question in free English, show what was understood, ask for what still matters, and answer.") { policy, question, role, json };
        command.SetAction((parsed, cancel) =>
            RunAsync(parsed.GetValue(policy)!, parsed.GetValue(question)!, parsed.GetValue(role), parsed.GetValue(json), cancel)); // required arguments
        return command.WithExample("lanyard ask policies/beam-trust.md \"may I follow back a girl who left year 11 in July?\" --as teacher");
    }

    private static async Task<int> RunAsync(string path, string question, string? role, bool isJson, CancellationToken cancel)
    {
        if (await PolicyFile.RequireAsync(path, cancel) is not { } policy)
        {
            return ExitCode.Findings;
        }

        var decider = new Decider(policy);
        var asker = Asker(policy.Lexicon, role);
        var understood = new Listener(policy).Understand(question, asker);
        if (isJson)
        {
            Console.WriteLine(Json(decider, understood));
            return understood.Understood is null ? ExitCode.Findings : ExitCode.Fine;
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

        var decision = await AskRestAsync(decider, understood.Situation, cancel);
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

    // At a terminal, or with answers on standard input; it ends when nothing more matters or no more answers come.
    private static async Task<Decision> AskRestAsync(Decider decider, Situation situation, CancellationToken cancel)
    {
        var interview = new Interview(decider);
        var decision = decider.Decide(situation);
        while (interview.Next(decision) is { } question)
        {
            Console.WriteLine();
            Console.WriteLine(question.Text);
            Print(decider, question);
            if (await ReadAsync(decider, interview, decision.Situation, question, cancel) is not { } known)
            {
                Console.WriteLine("(no answer)");
                break;
            }

            decision = decider.Decide(known);
        }

        return decision;
    }

    private static void Print(Decider decider, InterviewQuestion question)
    {
        var choices = question.IsChecklist ? question.Needs.Select(need => Item(decider, need)).ToList() : [.. question.Needs[0].Choices.Select(choice => choice.Text)];
        for (var at = 0; at < choices.Count; at++)
        {
            Console.WriteLine($"  {at + 1}. {choices[at]}");
        }

        Console.Write(question.IsChecklist ? "The numbers of those that are true, or 0 for none: " : "A number: ");
    }

    private static string Item(Decider decider, Need need)
    {
        var lexicon = decider.Policy.Lexicon;
        return lexicon.Concepts.First(concept => concept.Facet.Id == need.Facet).Clause ?? need.Facet;
    }

    private static async Task<Situation?> ReadAsync(Decider decider, Interview interview, Situation situation, InterviewQuestion question, CancellationToken cancel)
    {
        var count = question.IsChecklist ? question.Needs.Length : question.Needs[0].Choices.Length;
        while (await Console.In.ReadLineAsync(cancel) is { } line)
        {
            var numbers = line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
            if (question.IsChecklist && numbers.Count > 0 && (numbers is [0] || numbers.TrueForAll(number => number >= 1 && number <= count)))
            {
                return interview.Tick(situation, question, numbers.Where(number => number > 0).Select(number => question.Needs[number - 1].Facet).ToHashSet(StringComparer.Ordinal));
            }

            if (!question.IsChecklist && numbers is [var only] && only >= 1 && only <= count)
            {
                var chosen = interview.Choose(situation, question.Needs[0], question.Needs[0].Choices[only - 1]);
                return chosen.Inferred().Contradictions.IsEmpty ? chosen : situation;
            }

            Console.Write($"Please type {(question.IsChecklist ? $"numbers from 1 to {count}, or 0" : $"a number from 1 to {count}")}: ");
        }

        return null;
    }

    private static string Json(Decider decider, UnderstoodQuestion understood)
    {
        var decision = decider.Decide(understood.Situation);
        var question = new Interview(decider).Next(decision);
        return JsonOutput.Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("understood", understood.Understood);
            json.Strings("notUnderstood", understood.NotUnderstood);
            json.WritePropertyName("decision");
            if (understood.Understood is null)
            {
                json.WriteNullValue();
            }
            else
            {
                DecisionJson.Write(json, decider.Policy, decision);
            }

            json.WriteString("question", understood.Understood is null ? null : question?.Text);
            json.WriteEndObject();
        });
    }
}
