using Lanyard.Decisions.Interviews;
using Lanyard.Domain.Vocabulary;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;

namespace Lanyard.Web.Features.Ask;

/// <summary>The answers to a question, as choices of a form.</summary>
public static class QuestionWords
{
    /// <summary>The answers of which one is chosen.</summary>
    public static IReadOnlyList<FieldChoice> Choices(InterviewQuestion question) => [.. question.Needs[0].Choices.Select(choice => new FieldChoice(choice.Text, Roles.Capital(choice.Text)))];

    /// <summary>The facts of which any may be ticked.</summary>
    public static IReadOnlyList<FieldChoice> Ticks(AskBase page, InterviewQuestion question)
    {
        var lexicon = page.Answers[0].Text.Policy!.Lexicon; // an answer has a policy
        return [.. question.Needs.Select(need => new FieldChoice(need.Facet, Tick(lexicon.Concepts.First(concept => concept.Facet.Id == need.Facet)) ?? need.Question))];
    }

    // What is true of the content is said without a subject; the rest has one.
    private static string? Tick(Concept concept) => concept.Clause is not { } clause ? null : concept.Facet.Section == "content" ? $"It {clause}" : Roles.Capital(clause);
}
