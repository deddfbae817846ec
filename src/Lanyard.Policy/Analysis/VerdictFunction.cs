using Lanyard.Policy.Compilation;

namespace Lanyard.Policy.Analysis;

/// <summary>The verdicts of a policy as a function of situations.</summary>
internal static class VerdictFunction
{
    public static int Of(Diagram diagram, IEnumerable<Rule> rules) =>
        diagram.Largest(rules.Where(rule => rule.Verdict > Verdict.NotCovered).Select(rule => diagram.Case(rule.Atoms, (int)rule.Verdict)));

    public static int Trigger(Diagram diagram, IEnumerable<Rule> rules) =>
        diagram.Largest(rules.Where(rule => rule.Role == RuleRole.Trigger).Select(rule => diagram.Case(rule.Atoms)));

    public static Diagram Everywhere(CompiledPolicy policy) =>
        new(policy.Lexicon, Domain.Situations.Situation.Unknown(policy.Lexicon).Values);
}
