using Lanyard.Decisions.Interviews;
using Lanyard.Domain.Vocabulary;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;

namespace Lanyard.Web.Features.Ask;

/// <summary>The answers to a question, as choices of a form.</summary>
public static class QuestionWords
{
    /// <summary>The answers of which one is chosen, or the facts of which any may be ticked.</summary>
    public static IReadOnlyList<FieldChoice> Choices(PolicyAnswer answer, InterviewQuestion question)
    {
        if (!question.IsChecklist)
        {
            var choices = question.Needs[0].Choices;
            return [.. choices.Select(choice => new FieldChoice(choice.Text, Roles.Capital(choice.Text)))];
        }

        var concepts = answer.Text.Policy!.Lexicon.Concepts; // an answer has a policy
        return [.. from need in question.Needs
                   let concept = concepts.First(each => each.Facet.Id == need.Facet)
                   select new FieldChoice(need.Facet, Tick(concept) ?? need.Question)];
    }

    // What is true of the content is said without a subject; the rest has one.
    private static string? Tick(Concept concept) => concept.Clause is not { } clause ? null
        : concept.Facet.Section == "content" ? $"It {clause}" : Roles.Capital(clause);
}
