using System.Globalization;
using Lanyard.Decisions;
using Lanyard.Decisions.Interviews;
using Lanyard.Decisions.Understanding;
using Lanyard.Domain.Situations;

namespace Lanyard.Cli.Commands;

/// <summary>Asks for what a question left open, at a terminal or with answers on standard input.</summary>
internal static class AskedInterview
{
    /// <summary>What is asked where a word for a person, a denial or a word of consent was not understood.</summary>
    public const string Confirmation = "Is that right?";

    /// <summary>Whether somebody says that what was understood is right. No answer is no.</summary>
    public static async Task<bool> ConfirmAsync(UnderstoodQuestion understood, CancellationToken cancel)
    {
        var doubts = string.Join(", ", understood.Doubts);
        Console.WriteLine($"The answer could turn on what I did not understand: {doubts}");
        Console.WriteLine($"{Confirmation}\n  1. yes\n  2. no");
        Console.Write("A number: ");
        while (await Console.In.ReadLineAsync(cancel) is { } line)
        {
            switch (line.Trim())
            {
                case "1":
                    return true;
                case "2":
                    Console.WriteLine("Then ask again in other words, or ask a person.");
                    return false;
                default:
                    Console.Write("Please type 1 or 2: ");
                    break;
            }
        }

        Console.WriteLine("(no answer)");
        return false;
    }

    /// <summary>The answer once nothing more matters, or no more answers come.</summary>
    public static async Task<Decision> RunAsync(Decider decider, Situation situation, CancellationToken cancel)
    {
        var interview = new Interview(decider);
        var decision = decider.Decide(situation);
        var settled = new HashSet<string>(StringComparer.Ordinal);
        while (interview.Next(decision, settled) is { } question)
        {
            Console.WriteLine();
            Console.WriteLine(question.Text);
            Print(decider, question);
            if (await ReadAsync(decider, interview, decision.Situation, question, cancel) is not { } known)
            {
                Console.WriteLine("(no answer)");
                break;
            }

            if (question.IsPermission)
            {
                settled.Add(question.Needs[0].Facet);
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
}
