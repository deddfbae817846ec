using System.Collections.Immutable;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Compilation;

namespace Lanyard.Policy.Analysis;

/// <summary>The verdicts of two policies side by side, as one function of situations: each value is the verdict of the first and that of the second.</summary>
internal sealed class VerdictPairs
{
    private const int Most = 8; // more than there are verdicts

    /// <exception cref="ArgumentException">The policies were compiled with different vocabularies.</exception>
    /// <exception cref="AnalysisTooLargeException">They are too large to compare exactly.</exception>
    public VerdictPairs(CompiledPolicy before, CompiledPolicy after)
    {
        if (before.Lexicon != after.Lexicon)
        {
            throw new ArgumentException("Cannot compare policies in different vocabularies. Compile both with one.", nameof(after));
        }

        Diagram = VerdictFunction.Everywhere(before);
        Function = Diagram.WherePossible(Diagram.Apply(VerdictFunction.Of(Diagram, before.Rules), VerdictFunction.Of(Diagram, after.Rules), (was, now) => (was * Most) + now));
    }

    /// <summary>Where the function lives.</summary>
    public Diagram Diagram { get; }

    /// <summary>The function.</summary>
    public int Function { get; }

    /// <summary>The verdict of the first policy.</summary>
    public static Verdict Was(int pair) => (Verdict)(pair / Most);

    /// <summary>The verdict of the second.</summary>
    public static Verdict Now(int pair) => (Verdict)(pair % Most);

    /// <summary>Whether they differ.</summary>
    public static bool Differ(int pair) => Was(pair) != Now(pair);

    /// <summary>The pairs that there are within a case.</summary>
    public ImmutableArray<int> Within(ImmutableArray<Atom> atoms) => [.. Diagram.Range(Function, atoms).Where(IsPair)];

    /// <summary>The function that is 1 where a pair fits.</summary>
    public int Where(int pairs, Func<int, bool> fits) => Diagram.Apply(pairs, 0, (pair, _) => IsPair(pair) && fits(pair) ? 1 : 0);

    /// <summary>The pairs, but as if nothing had changed where rules account for it: rules of the first policy for what became milder, rules of the second for what became stricter.</summary>
    public int Unexplained(IEnumerable<Rule> gone, IEnumerable<Rule> come)
    {
        var left = Diagram.Apply(Function, VerdictFunction.Of(Diagram, gone), (pair, verdict) => IsPair(pair) && Was(pair) > Now(pair) && Was(pair) == (Verdict)verdict ? Same(pair) : pair);
        return Diagram.Apply(left, VerdictFunction.Of(Diagram, come), (pair, verdict) => IsPair(pair) && Now(pair) > Was(pair) && Now(pair) == (Verdict)verdict ? Same(pair) : pair);
    }

    private static int Same(int pair) => (pair % Most * Most) + (pair % Most);

    private static bool IsPair(int value) => value < Most * Most;
}
