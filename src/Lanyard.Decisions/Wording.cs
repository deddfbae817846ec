using System.Collections.Concurrent;
using System.Collections.Immutable;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions;

/// <summary>Says the parts of an answer in the policy's own words.</summary>
internal sealed class Wording(CompiledPolicy policy)
{
    private readonly Lexicon _lexicon = policy.Lexicon;
    private readonly ulong _joining = policy.Lexicon.FindConcept(policy.Lexicon.Act, "join the organisation")?.Values ?? 0;

    // Who hears of it next, where somebody would have to report to themselves.
    private static readonly ImmutableArray<string> Ladder =
    [
        "line manager", "computing lead", "designated safeguarding lead", "headteacher", "chair of governors", "LADO",
    ];

    private readonly HashSet<string> _recipients = [.. policy.Statements.OfType<Duty>()
        .SelectMany(duty => duty.Recipients)];
    private readonly ConcurrentDictionary<ulong, string> _holders = new();
    private readonly Dictionary<string, string> _duties = policy.Statements.OfType<Duty>().ToDictionary(duty => duty.Id, policy.Phrasing.Duty, StringComparer.Ordinal);

    public Phrasing Phrasing => policy.Phrasing;

    /// <summary>What must still be had, for each exception that could still lift a rule.</summary>
    public IEnumerable<OutstandingCondition> Conditions(Conduct conduct, Situation situation)
    {
        var ways = conduct.Exceptions.Where(exception => exception.Parts.All(part => part.Atoms.Any(atom => CouldHold(atom, situation)))).ToList();
        foreach (var way in ways)
        {
            var missing = way.Parts
                .Where(part => !part.Atoms.Any(atom => IsMet(atom, situation)))
                .Select(part => part.Atoms.Where(atom => atom.Facet.Kind == FacetKind.Permission).ToList())
                .Where(permissions => permissions.Count > 0)
                .ToList();
            if (missing.Count == 0)
            {
                continue; // it hangs on what is not known, and on no permission
            }

            var text = string.Join(" and ", missing.Select(alternatives => string.Join(" or ", alternatives.Select(atom => Phrasing.Permission(atom.Facet)))));
            yield return new(conduct.Clause, [.. missing.SelectMany(alternatives => alternatives).Select(atom => atom.Facet.Id)], text);
        }
    }

    public ArisingDuty Duty(Duty duty, Situation situation, bool isCertain)
    {
        var who = duty.Holder ?? situation[_lexicon.Actor];
        var holder = _holders.GetOrAdd(who, values => Phrasing.Nouns(_lexicon.Actor, values));
        if (duty.Recipients.FirstOrDefault(recipient => IsHeldBy(recipient, who)) is { } own)
        {
            return ToAnother(duty, holder, own, situation, isCertain);
        }

        return new(duty.Clause, duty.Id, holder, duty.Action, duty.Recipients, duty.IsEvery, duty.Deadline, isCertain,
            _duties[duty.Id])
        {
            IsAdvised = duty.IsAdvised,
        };
    }

    // Nobody reports to themselves: it goes to the others who are named, or to the next one up that the policy names.
    private ArisingDuty ToAnother(Duty duty, string holder, string own, Situation situation, bool isCertain)
    {
        ImmutableArray<string> others = [.. duty.Recipients.Where(recipient => recipient != own)];
        var next = others.IsEmpty ? [.. NextUp(own, situation).Take(1)] : others;
        var deadline = duty.Deadline is { } by ? $" {by.Text}" : "";
        var text = next.IsEmpty
            ? $"act on it{deadline}: they hold the role of {own} themselves"
            : Phrasing.Duty(duty with { Recipients = next });
        return new(duty.Clause, duty.Id, holder, duty.Action, next, duty.IsEvery, duty.Deadline, isCertain, text)
        {
            IsAdvised = duty.IsAdvised,
        };
    }

    private IEnumerable<string> NextUp(string own, Situation situation) =>
        Ladder.SkipWhile(role => role != own && Ladder.Contains(own))
            .Where(role => role != own && _recipients.Contains(role) && !IsHeldBy(role, situation[_lexicon.About]));

    private bool IsHeldBy(string recipient, ulong who) =>
        _lexicon.FindConcept(_lexicon.Actor, recipient) is { IsUnique: true } role && role.Name == recipient
            && who != 0 && (who & ~role.Values) == 0;

    public static string Procedures(Consequence consequence) => Joined([.. consequence.Procedures], isEvery: false);

    /// <summary>What is due from somebody who joins.</summary>
    public ImmutableArray<Notice> Due(Situation situation)
    {
        if (situation[_lexicon.Act] != _joining)
        {
            return [];
        }

        return
        [
            .. policy.Statements.OfType<Programme>()
                .Where(programme => (situation[_lexicon.Actor] & ~programme.Who) == 0)
                .Select(programme => new Notice(programme.Clause, programme.Id, Programme(programme))),
        ];
    }

    private static string Programme(Programme programme)
    {
        var topics = Joined([.. programme.Topics], isEvery: true);
        var what = programme.Kind switch
        {
            ProgrammeKind.Training => $"training in {topics}",
            ProgrammeKind.Acceptance => "acceptance of this policy",
            ProgrammeKind.Teaching => $"teaching of {topics}",
            ProgrammeKind.Guidance => $"guidance on {topics}",
            _ => throw new ArgumentOutOfRangeException(nameof(programme), programme.Kind, "There is no such programme."),
        };
        var when = string.Join(" and ", new[] { programme.OnJoining ? "on joining" : "", programme.Every?.ToString() ?? "" }.Where(part => part.Length > 0));
        return when.Length == 0 ? what : $"{what} {when}";
    }

    private bool IsMet(Atom atom, Situation situation) =>
        (situation[atom.Facet] & ~atom.Values) == 0
        || _lexicon.Counting.Any(rule => rule.Then.Facet == atom.Facet && (rule.Then.Values & ~atom.Values) == 0
            && rule.If.All(word => (situation[word.Facet] & ~word.Values) == 0));

    private static bool CouldHold(Atom atom, Situation situation) =>
        (situation[atom.Facet] & atom.Values) != 0 || (atom.Facet.Kind == FacetKind.Permission && atom.Values == Facet.Yes);

    private static string Joined(List<string> names, bool isEvery) =>
        names.Count switch
        {
            0 => "",
            1 => names[0],
            _ => $"{string.Join(", ", names.Take(names.Count - 1))} {(isEvery ? "and" : "or")} {names[^1]}",
        };
}
