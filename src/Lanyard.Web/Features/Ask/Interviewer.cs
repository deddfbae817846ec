using System.Collections.Immutable;
using Lanyard.Decisions;
using Lanyard.Decisions.Interviews;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Ask;

/// <summary>
/// Puts the questions of several policies to one person, and goes the same way again whenever an answer is changed.
/// </summary>
/// <param name="policies">The policies that answer, with their texts; all of them compile.</param>
/// <param name="schoolOf">The school whose own rules a policy holds.</param>
public sealed class Interviewer(
    IReadOnlyList<(PolicyFile File, CompiledText Text)> policies, Func<PolicyFile, string?> schoolOf)
{
    private const int MostSteps = 60; // each makes something known, and a policy has fewer facets that matter

    private static readonly ImmutableArray<FieldChoice> OfPermission =
    [
        new("yes", "Yes"),
        new("no", "No"),
        new("asked", "Asked for, not yet answered"),
        new("other", "Yes, but for something else", "For another occasion, another use or another child."),
    ];

    /// <summary>Goes along what was answered, up to the first question that is open.</summary>
    public WayThrough Along(Situation situation, Sitting sitting)
    {
        var given = new List<GivenAnswer>();
        for (var step = 0; step < MostSteps; step++)
        {
            var answers = Decide(situation);
            if (Next(answers, given) is not { } question)
            {
                return new(situation, answers, given, Open: null);
            }

            var told = Told(situation, question, sitting);
            var isPossible = told.Inferred().Contradictions.IsEmpty;
            if (isPossible && question.IsAnswered(sitting))
            {
                given.Add(new(question, question.Chosen(sitting)));
                situation = told;
                continue;
            }

            return !sitting.IsEnough ? new(situation, answers, given, question)
                : isPossible ? new(told, Decide(told), given, Open: null)
                : new(situation, answers, given, Open: null);
        }

        return new(situation, Decide(situation), given, Open: null);
    }

    private static Situation Told(Situation situation, AskedQuestion question, Sitting sitting)
    {
        foreach (var need in question.Needs)
        {
            if (question.Values(need, sitting) is { } values)
            {
                situation = situation.With(situation.Lexicon.Facet(need.Facet), values);
            }
        }

        return situation;
    }

    private List<PolicyAnswer> Decide(Situation situation) =>
        [.. policies.Select(policy => Answer(policy.File, policy.Text, situation))
            .OrderByDescending(answer => answer.Decision.Verdict)];

    // Every policy speaks the one vocabulary, so a situation of one is one of the other. Only compiled texts answer.
    private PolicyAnswer Answer(PolicyFile file, CompiledText text, Situation situation) =>
        new(file, text, text.Decider!.Decide(Situation.From(text.Policy!.Lexicon, situation.Values)), schoolOf(file));

    private AskedQuestion? Next(List<PolicyAnswer> answers, List<GivenAnswer> given)
    {
        foreach (var (file, text) in policies) // in one order, whatever they answer, so that the way stays the same
        {
            var answer = answers.First(each => each.File == file);
            if (new Interview(text.Decider!).Next(answer.Decision) is { } question) // as above
            {
                return new(question.Text, question.Needs, QuestionWords.Choices(answer, question));
            }
        }

        return answers.Select(answer => Permission(answer, given)).FirstOrDefault(question => question is not null);
    }

    // What a verdict hangs on besides: each permission is a question of its own.
    private static AskedQuestion? Permission(PolicyAnswer answer, List<GivenAnswer> given)
    {
        if (answer.Decision.Verdict != Verdict.Conditional)
        {
            return null;
        }

        var facet = answer.Decision.Conditions.SelectMany(condition => condition.Permissions)
            .FirstOrDefault(facet => !given.Exists(each => each.Question.Needs[0].Facet == facet));
        return facet is null ? null : OfFacet(answer.Text.Policy!, facet); // as above
    }

    private static AskedQuestion OfFacet(CompiledPolicy policy, string facet)
    {
        var text = policy.Phrasing.Question(policy.Lexicon.Facet(facet));
        var choices = OfPermission.Select(each => new Choice(each.Value, each.Value == "yes" ? Facet.Yes : Facet.No));
        var need = new Need(facet, text, [.. choices]);
        return new(text, [need], OfPermission) { Hint = "It counts only if it is for exactly what you ask about." };
    }
}
