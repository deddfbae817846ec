using Lanyard.Records;
using Lanyard.Web.Features.Ask;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Consistency;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Evidence.ShowEvidence;

/// <summary>Shows, clause by clause, what is in place, what was done and what is missing.</summary>
[Needs(Permission.SeeEvidence)]
public sealed class ShowEvidencePage(Visit visit, RecordBook book, EvidenceReader reader, PublicQuestions inPublic)
    : LanyardPage(visit, book)
{
    [FromQuery(Name = "only")]
    public string Only { get; set; } = "";

    public bool IsOnlyGaps => Only == "gaps";

    public IReadOnlyList<PolicyToday> Policies { get; private set; } = [];

    public IReadOnlyList<Inconsistency> Inconsistencies { get; private set; } = [];

    /// <summary>How many questions were answered in public in the last year.</summary>
    public long InPublic { get; private set; }

    public Who Who { get; private set; } = null!; // set before the page is drawn

    /// <summary>Whether whoever reads it may put it right: the page where that is done opens for them.</summary>
    public bool MayMend(Inconsistency inconsistency) => Who.MaySomewhere(inconsistency.Address.Split('/')[1] switch
    {
        "people" => Permission.ManagePeople,
        "organisation" => Permission.ManageOrganisation,
        _ => Permission.ManagePolicies,
    });

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var who = Who = await Visit.GetAsync(cancel);
        var today = await reader.TodayAsync(who.At, Visit.Today, cancel);
        InPublic = (await inPublic.OfYearAsync(who.At, Visit.Today, cancel)).Values.Sum();
        Policies = [.. today.InForceFor(who)];
        Inconsistencies = [.. today.InconsistenciesFor(who)];
    }
}
