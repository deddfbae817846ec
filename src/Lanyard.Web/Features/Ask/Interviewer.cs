using Lanyard.Decisions;
using Lanyard.Decisions.Interviews;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Web.Infrastructure;
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

    /// <summary>Goes along what was answered, up to the first question that is open.</summary>
    public WayThrough Along(Situation situation, Sitting sitting)
    {
        var given = new List<GivenAnswer>();
        situation = situation.In(InOneVocabulary(situation.Lexicon));
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

    // Each policy may leave conditions of its own to a person.
    private Lexicon InOneVocabulary(Lexicon known) => known.WithJudged(
        // only compiled texts answer
        policies.SelectMany(policy => policy.Text.Policy!.Lexicon.JudgedConditions)
            .Select(condition => condition.Name));

    private static Situation Told(Situation situation, AskedQuestion question, Sitting sitting)
    {
        // What is ticked comes first: what it implies need not be ticked too.
        var given = question.Needs
            .Select(need => (Facet: situation.Lexicon.Facet(need.Facet), Values: question.Values(need, sitting)))
            .Where(each => each.Values is not null).OrderByDescending(each => each.Values);
        foreach (var (facet, values) in given)
        {
            var isImplied = question.IsChecklist && situation.Inferred()[facet] == Facet.Yes;
            situation = isImplied ? situation : situation.With(facet, values!.Value); // only those that are there
        }

        return situation;
    }

    private List<PolicyAnswer> Decide(Situation situation) =>
        [.. policies.Select(policy => Answer(policy.File, policy.Text, situation))
            .OrderByDescending(answer => answer.Decision.Verdict)];

    // Every policy speaks the one vocabulary, so a situation of one is one of the other. Only compiled texts answer.
    private PolicyAnswer Answer(PolicyFile file, CompiledText text, Situation situation) =>
        new(file, text, text.Decider!.Decide(situation.In(text.Policy!.Lexicon)), schoolOf(file));

    private AskedQuestion? Next(List<PolicyAnswer> answers, List<GivenAnswer> given)
    {
        var settled = given.SelectMany(each => each.Question.Needs).Select(need => need.Facet).ToHashSet();
        var open = Questions(answers, (interview, decision) => interview.Next(decision));
        var permissions = Questions(answers, (interview, decision) => interview.Next(decision, settled));
        return open.Concat(permissions).FirstOrDefault(); // for permissions once all else is known
    }

    // In one order, whatever they answer, so that the way stays the same.
    private IEnumerable<AskedQuestion> Questions(
        List<PolicyAnswer> answers, Func<Interview, Decision, InterviewQuestion?> next) =>
        from policy in policies
        let answer = answers.First(each => each.File == policy.File)
        let question = next(new(policy.Text.Decider!), answer.Decision) // as above
        where question is not null
        select new AskedQuestion(question.Text, question.Needs, QuestionWords.Choices(answer, question))
        {
            Hint = question.IsPermission ? "It counts only if it is for exactly what you ask about."
                : question.IsJudged ? "No computer can tell. If it is not yours to judge, ask who may." : null,
        };
}
