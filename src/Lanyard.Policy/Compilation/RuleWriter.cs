using System.Collections.Immutable;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Binding.Statements;

namespace Lanyard.Policy.Compilation;

/// <summary>Writes the rules of a statement: what it says in which cases.</summary>
/// <remarks>
/// A prohibition with an exception has up to four: with the exception it is permitted; without it, it is prohibited
/// once done; and while it is only intended it is conditional if the permissions that would lift it can still be
/// had, and prohibited if they would not help. The whole table is in the language reference.
/// </remarks>
internal sealed class RuleWriter(Lexicon lexicon)
{
    private const ulong Intended = 1;
    private const ulong Done = 2;
    private const ulong DoesIt = 1;
    private const ulong LeavesOut = 2;

    /// <exception cref="TooManyCasesException">The statement has too many cases.</exception>
    public IEnumerable<Rule> Write(int index, Statement statement) => statement switch
    {
        Conduct conduct => Conduct(index, conduct),
        Duty duty => Triggers(index, duty.When),
        Advice advice => Triggers(index, advice.When),
        Consequence consequence => Triggers(index, consequence.When),
        _ => [],
    };

    private IEnumerable<Rule> Conduct(int index, Conduct conduct)
    {
        var does = Of(conduct.When.And(new Atom(lexicon.Omission, DoesIt)));
        var leaves = Of(conduct.When.And(new Atom(lexicon.Omission, LeavesOut)));
        return conduct.Modality switch
        {
            Modality.May => May(index, does, conduct.Exceptions),
            Modality.MustNot => Against(index, does, Verdict.Prohibited, conduct.Exceptions),
            Modality.ShouldNot => Against(index, does, Verdict.AdvisedAgainst, conduct.Exceptions),
            Modality.Must => Against(index, leaves, Verdict.Prohibited, conduct.Exceptions).Concat(Plain(index, does, Verdict.Permitted)),
            Modality.Should => Against(index, leaves, Verdict.AdvisedAgainst, conduct.Exceptions).Concat(Plain(index, does, Verdict.Permitted)),
            _ => throw new ArgumentOutOfRangeException(nameof(conduct), conduct.Modality, "There is no such modality."),
        };
    }

    private IEnumerable<Rule> May(int index, List<ImmutableArray<Atom>> cases, ImmutableArray<Condition> exceptions) =>
        Plain(index, Cases.Both(cases, OfNone(exceptions)), Verdict.Permitted);

    private IEnumerable<Rule> Against(int index, List<ImmutableArray<Atom>> cases, Verdict strength, ImmutableArray<Condition> exceptions)
    {
        if (exceptions.IsEmpty)
        {
            return Plain(index, cases, strength);
        }

        var lifted = Cases.Both(cases, [.. exceptions.SelectMany(Of)]);
        var unlifted = Cases.Both(cases, OfNone(exceptions));
        var attainable = exceptions.Select(WithPermissions).ToImmutableArray();
        var rules = lifted.Select(atoms => new Rule(index, Verdict.Permitted, RuleRole.Excepted, atoms));
        if (strength == Verdict.AdvisedAgainst || attainable.SequenceEqual(exceptions))
        {
            return rules.Concat(Plain(index, unlifted, strength));
        }

        var intended = Cases.Both(unlifted, Of(Condition.Always.And(new Atom(lexicon.Tense, Intended))));
        return rules
            .Concat(Plain(index, Cases.Both(unlifted, Of(Condition.Always.And(new Atom(lexicon.Tense, Done)))),
                strength))
            .Concat(Plain(index, Cases.Both(intended, [.. attainable.SelectMany(Of)]), Verdict.Conditional))
            .Concat(Plain(index, Cases.Both(intended, OfNone(attainable)), strength));
    }

    // The exception as it would stand if every permission it asks for were given: a part that a permission can
    // satisfy is satisfied.
    private static Condition WithPermissions(Condition exception) =>
        new([.. exception.Parts.Where(part => !part.Atoms.Any(atom => atom.Facet.Kind == FacetKind.Permission && atom.Values == Facet.Yes))]);

    private List<ImmutableArray<Atom>> Of(Condition condition) => Cases.Of(condition, lexicon.Counting);

    private List<ImmutableArray<Atom>> OfNone(IEnumerable<Condition> conditions) =>
        Cases.OfNone(conditions, lexicon.Counting);

    private static IEnumerable<Rule> Plain(int index, List<ImmutableArray<Atom>> cases, Verdict verdict) =>
        cases.Select(atoms => new Rule(index, verdict, RuleRole.Holds, atoms));

    private IEnumerable<Rule> Triggers(int index, Condition when) =>
        Of(when).Select(atoms => new Rule(index, Verdict.NotCovered, RuleRole.Trigger, atoms));
}
