using System.Collections.Immutable;
using Lanyard.Records;
using Lanyard.Records.Chain;
using Lanyard.Web.Features.Acceptances;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Acceptances;
using Lanyard.Workflows.Asking;
using Lanyard.Workflows.Evidence;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Evidence;

/// <summary>Reads what the registers hold about policies, today or on a past day.</summary>
public sealed class EvidenceReader(RecordBook book, PolicyShelf shelf)
{
    private const int MostDecisions = 5000;

    /// <summary>The evidence of every policy in force today that a person may see.</summary>
    public async Task<IReadOnlyList<EvidenceData>> TodayAsync(Who who, DateOnly today, CancellationToken cancel)
    {
        var files = (await book.ListAsync<PolicyFile>(who.At, cancel)).Select(kept => kept.Value).Where(file => who.May(Permission.SeeEvidence, file.School));
        ImmutableArray<Person> people = [.. (await book.ListAsync<Person>(who.At, cancel, PersonRegister.HereTerm)).Select(kept => kept.Value).Where(person => person.IsHere(today))];
        var found = new List<EvidenceData>();
        foreach (var file in files)
        {
            var acceptances = (await book.ListAsync<Acceptance>(who.At, cancel, AcceptanceRegister.PolicyTerm(file.Id))).Select(kept => kept.Value);
            var decisions = (await book.ListAsync<RecordedDecision>(who.At, cancel, DecisionRegister.PolicyTerm(file.Id), take: MostDecisions)).Select(kept => kept.Value);
            var answers = (await book.ListAsync<ConsultationResponse>(who.At, cancel, ConsultationRegister.PolicyTerm(file.Id))).Select(kept => kept.Value);
            if (await DataAsync(who.Organisation, file, today, people, acceptances, decisions, answers, cancel) is { } data)
            {
                found.Add(data);
            }
        }

        return found;
    }

    /// <summary>The same on a past day, replayed from the record as it was written by the end of that day.</summary>
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
                past.List<RecordedDecision>().Where(decision => decision.Policy == file.Id),
                past.List<ConsultationResponse>().Where(answer => answer.Policy == file.Id),
                cancel);
            if (data is not null)
            {
                found.Add(data);
            }
        }

        return (found, past.Head);
    }

    private async Task<EvidenceData?> DataAsync(
        Organisation organisation, PolicyFile file, DateOnly day, ImmutableArray<Person> people,
        IEnumerable<Acceptance> acceptances, IEnumerable<RecordedDecision> decisions, IEnumerable<ConsultationResponse> answers, CancellationToken cancel)
    {
        if (file.InForceOn(day) is not { } version || await shelf.GetAsync(organisation.Id, version.Hash, cancel) is not { Policy: { } policy } text)
        {
            return null;
        }

        var since = UkTime.EndOf(day.AddYears(-1));
        return new(
            day, organisation, file, version, policy, text.Coverage, people,
            [.. people.Where(person => AcceptanceList.IsAsked(person, file, text))],
            [.. acceptances],
            [.. decisions.Where(decision => decision.At > since)],
            [.. answers]);
    }
}
