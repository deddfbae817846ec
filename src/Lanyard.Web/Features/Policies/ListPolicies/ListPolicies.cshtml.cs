using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Policies.ListPolicies;

/// <summary>Lists the policies that are a person's.</summary>
[Needs(Permission.BeHere)]
public sealed class ListPoliciesPage(Visit visit, RecordBook book, PolicyShelf shelf) : LanyardPage(visit, book)
{
    public bool MayManage { get; private set; }

    public DateOnly Today => Visit.Today;

    public IReadOnlyList<PolicyLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var who = await Visit.GetAsync(cancel);
        MayManage = who.MaySomewhere(Permission.ManagePolicies);
        var schools = (await Book.ListAsync<School>(who.At, cancel)).ToDictionary(school => school.Value.Id, school => school.Value.Name);
        var lines = new List<PolicyLine>();
        foreach (var file in (await Book.ListAsync<PolicyFile>(who.At, cancel)).Select(kept => kept.Value))
        {
            var version = file.InForceOn(Today);
            if (who.May(Permission.ManagePolicies, file.School) || (who.IsOf(file.School) && (version is not null || file.Draft is { Consultation.IsOpen: true })))
            {
                var policy = version is null ? null : (await shelf.GetAsync(who.At, version.Hash, cancel)).Policy;
                lines.Add(new(file, file.School is { } school ? schools[school] : "Everybody", policy is null ? null : ReviewCalendar.Of(file, version!, policy))); // a policy has a version
            }
        }

        Lines = lines;
    }
}
