using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Consistency;
using Lanyard.Workflows.Evidence;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Evidence.ShowEvidence;

/// <summary>Shows, clause by clause, what is in place, what was done and what is missing.</summary>
[Needs(Permission.SeeEvidence)]
public sealed class ShowEvidencePage(Visit visit, RecordBook book, EvidenceReader reader) : LanyardPage(visit, book)
{
    [FromQuery(Name = "only")]
    public string Only { get; set; } = "";

    public bool IsOnlyGaps => Only == "gaps";

    public IReadOnlyList<(EvidenceData Data, IReadOnlyList<ClauseEvidence> Clauses)> Policies { get; private set; } = [];

    public IReadOnlyList<Inconsistency> Inconsistencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var who = await Visit.GetAsync(cancel);
        var found = await reader.TodayAsync(who, Visit.Today, cancel);
        Policies = [.. found.Select(data => (data, (IReadOnlyList<ClauseEvidence>)PolicyEvidence.Of(data)))];
        var people = (await Book.ListAsync<Person>(who.At, cancel, PersonRegister.HereTerm)).Select(kept => kept.Value).Where(person => person.IsHere(Visit.Today));
        var files = (await Book.ListAsync<PolicyFile>(who.At, cancel)).Select(kept => kept.Value).Where(file => who.May(Permission.SeeEvidence, file.School));
        Inconsistencies =
        [
            .. who.May(Permission.SeeEvidence) ? ConsistencyRules.Of(who.Organisation, [.. people], Visit.Today) : [],
            .. files.SelectMany(file => ConsistencyRules.Of(file, Visit.Today)),
            .. found.SelectMany(ConsistencyRules.Of),
        ];
    }
}
