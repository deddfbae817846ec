using System.Collections.Frozen;
using System.Collections.Immutable;
using Lanyard.Decisions.Understanding;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions.Interviews;

/// <summary>Asks for what is unknown and can still change the answer, and for nothing else.</summary>
/// <remarks>
/// Whoever asks whether they may do something is asked until the verdict is known; what only decides which further
/// duties there are is shown with the answer. Whoever has come upon something, or been sent it, asks what must be
/// done, and so is asked for that too. A child who tells of harm is asked nothing. Every fact that a question asks for
/// matters: two possible situations that differ in it alone have different answers. Each reply makes at least one
/// facet known, so an interview ends after at most as many as there are.
/// </remarks>
public sealed class Interview(Decider decider)
{
    private readonly Lexicon _lexicon = decider.Policy.Lexicon;

    /// <summary>The answers to a question for a permission. Only the first says that it is given.</summary>
    public static ImmutableArray<Choice> PermissionChoices { get; } =
    [
        new("yes", Facet.Yes), new("no / refused", Facet.No), new("asked for, not yet answered", Facet.No), new("for something else", Facet.No),
        new("I do not know", Facet.No),
    ];

    /// <summary>The next question until the verdict is known, or <see langword="null"/> if nothing more is worth asking.</summary>
    public InterviewQuestion? Next(Decision decision) => Next(decision, FrozenSet<string>.Empty, asksForPermissions: false);

    /// <summary>The next question, those for the permissions on which the answer depends among them, each alone.</summary>
    /// <param name="decision">The answer so far.</param>
    /// <param name="settled">The permissions that have been asked for already, by their facet: "no" and "not asked yet" look alike in a situation.</param>
    public InterviewQuestion? Next(Decision decision, IReadOnlySet<string> settled) => Next(decision, settled, asksForPermissions: true);

    private InterviewQuestion? Next(Decision decision, IReadOnlySet<string> settled, bool asksForPermissions) =>
        Open(decision) ?? (asksForPermissions && decision.Conditions.Concat(decision.Lifting)
            .SelectMany(condition => condition.Permissions)
                .FirstOrDefault(facet => !settled.Contains(facet)) is { } missing
            ? ForPermission(_lexicon.Facet(missing))
            : null);

    // What somebody types may tell of a consent that is lost, refused, old, or for another child: so it is asked for in so many words.
    private InterviewQuestion ForPermission(Facet facet)
    {
        var question = decider.Policy.Phrasing.Question(facet);
        return new(question, [new(facet.Id, question, PermissionChoices)]) { IsPermission = true };
    }

    private InterviewQuestion? Open(Decision decision)
    {
        if (decision.Needs is not [var best, ..] || !IsOpen(decision))
        {
            return null;
        }

        var facet = _lexicon.Facet(best.Facet);
        if (facet.Kind == FacetKind.Permission)
        {
            return ForPermission(facet);
        }

        if (facet.Kind == FacetKind.Choice || facet.IsJudged)
        {
            return new(best.Question, [best]) { IsJudged = facet.IsJudged };
        }

        var together = decision.Needs.Where(need => _lexicon.Facet(need.Facet).Section == facet.Section && (need.IsForVerdict || !best.IsForVerdict || IsWhatToDo(decision.Situation))).ToImmutableArray();
        return new(together.Length > 1 ? facet.Question : best.Question, together);
    }

    private bool IsOpen(Decision decision) =>
        IsWhatToDo(decision.Situation) ? !(IsYoung(decision.Situation) && Disclosure.IsIn(decision.Situation)) : decision.Verdict == Verdict.Undetermined;

    // Whoever receives or notices something cannot help it: the question is what must be done now.
    private bool IsWhatToDo(Situation situation) =>
        (situation[_lexicon.Act] & ~(_lexicon.Concept(_lexicon.Act, "receive").Values | _lexicon.Concept(_lexicon.Act, "notice").Values)) == 0;

    private bool IsYoung(Situation situation) => (situation[_lexicon.Actor] & ~_lexicon.Concept(_lexicon.Actor, "young person").Values) == 0;

    /// <summary>The situation once a choice has been made.</summary>
    /// <exception cref="ArgumentException">The choice is not one of those that the question has.</exception>
    public Situation Choose(Situation situation, Need need, Choice choice)
    {
        if (!need.Choices.Contains(choice))
        {
            throw new ArgumentException($"\"{choice.Text}\" is not an answer to \"{need.Question}\". Use one of its choices.", nameof(choice));
        }

        return situation.With(_lexicon.Facet(need.Facet), choice.Values);
    }

    /// <summary>The situation once a checklist has been filled in.</summary>
    /// <remarks>
    /// The ticked facts hold, and what they imply. The others do not hold, or stay unknown where it was left before it
    /// was done: a person who ticks an intimate image need not tick that it is a concern.
    /// </remarks>
    public Situation Tick(
        Situation situation, InterviewQuestion question, IReadOnlySet<string> tickedFacets, bool isDone = true)
    {
        var facets = question.Needs.Select(need => need.Facet).ToLookup(tickedFacets.Contains);
        var told = facets[true].Aggregate(situation, (known, facet) => known.With(_lexicon.Facet(facet), Facet.Yes));
        var implied = told.Inferred();
        return facets[false].Select(_lexicon.Facet).Where(facet => isDone && implied[facet] != Facet.Yes)
            .Aggregate(told, (known, facet) => known.With(facet, Facet.No));
    }
}
