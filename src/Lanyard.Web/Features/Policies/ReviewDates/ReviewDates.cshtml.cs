using System.Text;
using Lanyard.Records;
using Lanyard.Web.Features.Policies.ListPolicies;
using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Policies.ReviewDates;

/// <summary>Gives the days by which policies are to be reviewed as a file for a calendar (RFC 5545).</summary>
[Needs(Permission.BeHere)]
public sealed class ReviewDatesPage(Visit visit, RecordBook book, OwnPolicies policies) : LanyardPage(visit, book)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var who = await Visit.GetAsync(cancel);
        var home = $"{Request.Scheme}://{Request.Host}";
        var file = ReviewFile.Write(await policies.ListAsync(who, Visit.Today, cancel), home, Visit.Now);
        return File(Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8", "policy-reviews.ics");
    }
}
