using System.Collections.Immutable;
using Lanyard.Domain.Situations;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions;

/// <summary>What a policy says of a situation, and why.</summary>
/// <param name="Situation">The situation, with what its words imply.</param>
/// <param name="PolicyHash">The hash of the policy's text, so that the answer can be replayed.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Because">The statements that had to do with it, the deciding ones first.</param>
/// <param name="Conditions">What must still be had, if the verdict is <see cref="Verdict.Conditional"/>.</param>
/// <param name="Duties">The duties that arise, and those that may.</param>
/// <param name="Procedures">The procedures that a breach could lead to. Never guilt, never a sanction.</param>
/// <param name="Advice">What to tell people at this moment.</param>
/// <param name="Due">What is due from somebody who joins.</param>
/// <param name="Collisions">Statements that demand opposite things here.</param>
/// <param name="Needs">What is unknown and could still change the verdict or the duties, best question first.</param>
/// <param name="Scope">Whether the policy applies.</param>
public sealed record Decision(
    Situation Situation,
    string PolicyHash,
    Verdict Verdict,
    ImmutableArray<Reason> Because,
    ImmutableArray<OutstandingCondition> Conditions,
    ImmutableArray<ArisingDuty> Duties,
    ImmutableArray<Notice> Procedures,
    ImmutableArray<Notice> Advice,
    ImmutableArray<Notice> Due,
    ImmutableArray<Collision> Collisions,
    ImmutableArray<Need> Needs,
    Scope Scope)
{
    private readonly Lazy<ImmutableArray<Change>>? _changes;

    /// <summary>What would change the answer for the better, least change first. Worked out when it is first asked for.</summary>
    public ImmutableArray<Change> Changes => _changes?.Value ?? [];

    /// <summary>How to work out the changes.</summary>
    internal Func<ImmutableArray<Change>> FindChanges
    {
        init => _changes = new(value);
    }

    /// <summary>The verdicts that are still possible, weakest first; one if the answer is known.</summary>
    public ImmutableArray<Verdict> Possible { get; init; } = [];

    /// <summary>The statements that bring the situation into the policy's scope.</summary>
    public ImmutableArray<Notice> Scopes { get; init; } = [];

    /// <summary>What would have lifted the prohibition, had it been there when it was done. In free words no
    /// permission is taken, so these are asked before anybody is told that they did wrong.</summary>
    public ImmutableArray<OutstandingCondition> Lifting { get; init; } = [];

    /// <summary>Whether a permission that nobody has asked for yet could turn the answer round.</summary>
    public bool IsLiftable => !Lifting.IsEmpty;

    /// <summary>What the verdict means for whoever asked, in a sentence; empty where the verdict says it all.</summary>
    public string Gloss => Verdict switch
    {
        Verdict.NotCovered when Duties.Any(duty => duty.IsCertain) => "The policy neither forbids nor permits this; it says what must now be done.",
        Verdict.NotCovered => "The policy says nothing about this, which is not the same as permitting it.",
        Verdict.Conditional when Conditions.IsEmpty => "Permitted only as the clause says. Read it first, and ask whoever looks after the policy if you are in doubt.",
        Verdict.Conditional => "Permitted once the conditions below are met.",
        Verdict.Undetermined => $"It depends on what is not known, and could be {string.Join(", ", Possible.SkipLast(1).Select(verdict => verdict.InWords()))} or {Possible[^1].InWords()}: for now, don't.",
        _ => "",
    };

    /// <summary>The clauses that give the verdict.</summary>
    public ImmutableArray<string> Clauses =>
        [.. Because.Where(reason => reason.Part == ReasonPart.Decides).Select(reason => reason.Clause).Distinct()];

    /// <summary>The same answer with its verdict held back, because what was understood has still to be confirmed.
    /// What must be done stays.</summary>
    public Decision Unconfirmed() => this with
    {
        Verdict = Verdict.Undetermined,
        Because = [],
        Conditions = [],
        Procedures = [],
        Collisions = [],
        FindChanges = () => [],
        Possible = [.. Enum.GetValues<Verdict>().Where(verdict => verdict != Verdict.Undetermined)],
    };
}
