using System.Collections.Immutable;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Decisions.Interviews;

/// <summary>Asks for what is unknown and can still change the answer, and for nothing else.</summary>
/// <remarks>
/// Every fact that a question asks for matters: two possible situations that differ in it alone have different
/// answers. Each reply makes at least one facet known, so an interview ends after at most as many as there are.
/// </remarks>
public sealed class Interview(Decider decider)
{
    /// <summary>The next question, or <see langword="null"/> if no fact can change the answer any more.</summary>
    public InterviewQuestion? Next(Decision decision)
    {
        if (decision.Needs is not [var best, ..])
        {
            return null;
        }

        var lexicon = decider.Policy.Lexicon;
        var facet = lexicon.Facet(best.Facet);
        if (facet.Kind == FacetKind.Choice)
        {
            return new(best.Question, [best]);
        }

        var together = decision.Needs.Where(need => lexicon.Facet(need.Facet).Section == facet.Section).ToImmutableArray();
        return new(together.Length > 1 ? facet.Question : best.Question, together);
    }

    /// <summary>The situation once a choice has been made.</summary>
    /// <exception cref="ArgumentException">The choice is not one of those that the question has.</exception>
    public Situation Choose(Situation situation, Need need, Choice choice)
    {
        if (!need.Choices.Contains(choice))
        {
            throw new ArgumentException($"\"{choice.Text}\" is not an answer to \"{need.Question}\". Use one of its choices.", nameof(choice));
        }

        return situation.With(decider.Policy.Lexicon.Facet(need.Facet), choice.Values);
    }

    /// <summary>The situation once a checklist has been filled in: the ticked facts hold, and the others do not.</summary>
    public Situation Tick(Situation situation, InterviewQuestion question, IReadOnlySet<string> tickedFacets) =>
        question.Needs.Aggregate(situation, (known, need) =>
            known.With(decider.Policy.Lexicon.Facet(need.Facet), tickedFacets.Contains(need.Facet) ? Facet.Yes : Facet.No));
}
