using System.Collections.Concurrent;
using System.Collections.Immutable;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.Policies;
using Lanyard.Records.Chain;
using Lanyard.Records.Storage;
using Lanyard.Records;
using Lanyard.Web.Features.Acceptances;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Acceptances;
using Lanyard.Workflows.Asking;
using Lanyard.Workflows.Consistency;
using Lanyard.Workflows.Evidence;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Evidence;

/// <summary>Reads what the registers hold about policies, today or on a past day.</summary>
public sealed class EvidenceReader(RecordBook book, PolicyShelf shelf)
{
    private const int Part = 1000;
    private const int MostKept = 200;

    private readonly ConcurrentDictionary<OrganisationId, Known> _known = new();

    /// <summary>The evidence of an organisation today.</summary>
    /// <remarks>The registers are folded from the chain, so the same end of the chain on the same day means the same evidence: it is worked out once. Answers, of which there are most, are only added to those counted before.</remarks>
    public async Task<EvidenceToday> TodayAsync(OrganisationId organisation, DateOnly today, CancellationToken cancel)
    {
        // Read before the registers: if something is written in between, the evidence is worked out once more the next time.
        var head = await book.Store.Read(organisation).HeadAsync(cancel);
        var known = _known.GetValueOrDefault(organisation) is { } kept && kept.Evidence.Day == today && kept.Evidence.Head.Sequence <= head.Sequence ? kept : null;
        if (known is not null && known.Evidence.Head == head)
        {
            return known.Evidence;
        }

        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }

        return (_known[organisation] = known is null ? await AnewAsync(organisation, today, head, await TalliesAsync(organisation, today, head, cancel), cancel) : await NewerAsync(organisation, known, head, cancel)).Evidence;
    }

    /// <summary>What the evidence rests on, on a past day, replayed from the record as it was written by the end of that day.</summary>
    public async Task<(IReadOnlyList<EvidenceData> Policies, ChainHead Head)> OnAsync(Who who, DateOnly day, CancellationToken cancel)
    {
        var past = await book.AsOfAsync(who.At, UkTime.EndOf(day), cancel);
        if (past.Find<Organisation>($"organisation/{who.At}") is not { } organisation)
        {
            return ([], past.Head);
        }

        ImmutableArray<Person> people = [.. past.List<Person>().Where(person => person.IsHere(day))];
        var found = new List<EvidenceData>();
        foreach (var file in past.List<PolicyFile>().Where(file => who.May(Permission.SeeEvidence, file.School)))
        {
            var data = await DataAsync(
                organisation, file, day, people,
                past.List<Acceptance>().Where(acceptance => acceptance.Policy == file.Id),
                past.List<RecordedDecision>().Where(decision => decision.Policy == file.Id && decision.At > Since(day)).Aggregate(AnswerTally.None, Add),
                past.List<ConsultationResponse>().Where(answer => answer.Policy == file.Id),
                cancel);
            if (data is not null)
            {
                found.Add(data);
            }
        }

        return (found, past.Head);
    }

    private async Task<Known> AnewAsync(OrganisationId at, DateOnly today, ChainHead head, ImmutableDictionary<PolicyId, AnswerTally> tallies, CancellationToken cancel)
    {
        var organisation = (await book.FindAsync<Organisation>(at, $"organisation/{at}", cancel))?.Value ?? throw new InvalidOperationException($"Organisation {at} was never founded. Run `lanyard verify`.");
        ImmutableArray<Person> people = [.. (await book.ListAsync<Person>(at, cancel, PersonRegister.HereTerm)).Select(kept => kept.Value).Where(person => person.IsHere(today))];
        var policies = new List<PolicyToday>();
        foreach (var file in (await book.ListAsync<PolicyFile>(at, cancel)).Select(kept => kept.Value))
        {
            var acceptances = (await book.ListAsync<Acceptance>(at, cancel, AcceptanceRegister.PolicyTerm(file.Id))).Select(kept => kept.Value);
            var answers = (await book.ListAsync<ConsultationResponse>(at, cancel, ConsultationRegister.PolicyTerm(file.Id))).Select(kept => kept.Value);
            var data = await DataAsync(organisation, file, today, people, acceptances, tallies.GetValueOrDefault(file.Id, AnswerTally.None), answers, cancel);
            ImmutableArray<Inconsistency> ofFile = [.. ConsistencyRules.Of(file, today)];
            policies.Add(data is null ? new(file, Version: null, [], Asked: 0, Accepted: 0, ofFile, []) : new(file, data.Version, PolicyEvidence.Of(data), data.Asked.Length, data.Accepted, ofFile, [.. ConsistencyRules.Of(data)]));
        }

        return new(new(today, head, [.. ConsistencyRules.Of(organisation, people, today)], [.. policies]), tallies);
    }

    private async Task<ImmutableDictionary<PolicyId, AnswerTally>> TalliesAsync(OrganisationId organisation, DateOnly today, ChainHead head, CancellationToken cancel)
    {
        var tallies = ImmutableDictionary.CreateBuilder<PolicyId, AnswerTally>();
        foreach (var file in await book.ListAsync<PolicyFile>(organisation, cancel))
        {
            tallies[file.Value.Id] = await TallyAsync(organisation, file.Value, today, head, cancel);
        }

        return tallies.ToImmutable();
    }

    // Those of the last year, which come first; the rest is not read. What has been written since the head was read is added the next time.
    private async Task<AnswerTally> TallyAsync(OrganisationId organisation, PolicyFile file, DateOnly today, ChainHead head, CancellationToken cancel)
    {
        var tally = AnswerTally.None;
        RowPlace? place = null;
        for (var isMore = true; isMore;)
        {
            var part = await book.ListAsync<RecordedDecision>(organisation, cancel, DecisionRegister.PolicyTerm(file.Id), place, Part);
            tally = part.TakeWhile(kept => kept.Value.At > Since(today)).Where(kept => kept.Version <= head.Sequence).Select(kept => kept.Value).Aggregate(tally, Add);
            (isMore, place) = (part.Count == Part && part[^1].Value.At > Since(today), part.Count > 0 ? part[^1].Place : place);
        }

        return tally;
    }

    // Most of what happens is an answer, which changes nothing but the count of answers.
    private async Task<Known> NewerAsync(OrganisationId organisation, Known known, ChainHead head, CancellationToken cancel)
    {
        var (evidence, tallies) = known;
        var isMore = false;
        await foreach (var happening in book.BetweenAsync(organisation, evidence.Head, head, cancel))
        {
            if (happening.Event is not DecisionGiven given)
            {
                isMore = true;
            }
            else if (happening.At > Since(evidence.Day))
            {
                tallies = tallies.SetItem(given.Policy, tallies.GetValueOrDefault(given.Policy, AnswerTally.None).Add(given.Statements, given.Verdict, happening.At));
            }
        }

        return isMore
            ? await AnewAsync(organisation, evidence.Day, head, tallies, cancel)
            : new(evidence with { Head = head, Policies = [.. evidence.Policies.Select(policy => policy with { Clauses = [.. policy.Clauses.Select(clause => clause.With(tallies.GetValueOrDefault(policy.File.Id, AnswerTally.None)))] })] }, tallies);
    }

    private static AnswerTally Add(AnswerTally tally, RecordedDecision decision) => tally.Add(decision.Statements, decision.Verdict, decision.At);

    private async Task<EvidenceData?> DataAsync(
        Organisation organisation, PolicyFile file, DateOnly day, ImmutableArray<Person> people,
        IEnumerable<Acceptance> acceptances, AnswerTally tally, IEnumerable<ConsultationResponse> answers, CancellationToken cancel)
    {
        if (file.InForceOn(day) is not { } version || await shelf.GetAsync(organisation.Id, version.Hash, cancel) is not { Policy: { } policy } text)
        {
            return null;
        }

        return new(
            day, organisation, file, version, policy, text.Coverage, people,
            [.. people.Where(person => AcceptanceList.IsAsked(person, file, text))],
            [.. acceptances],
            tally,
            [.. answers]);
    }

    private static DateTimeOffset Since(DateOnly day) => UkTime.EndOf(day.AddYears(-1));

    /// <param name="Evidence">The evidence as it was worked out last.</param>
    /// <param name="Tallies">The answers that it counts, by policy.</param>
    private sealed record Known(EvidenceToday Evidence, ImmutableDictionary<PolicyId, AnswerTally> Tallies);
}
