using Lanyard.Records;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Web.Features.Policies.ListPolicies;

/// <summary>Lists the policies that are a person's.</summary>
[Needs(Permission.BeHere)]
public sealed class ListPoliciesPage(Visit visit, RecordBook book, OwnPolicies policies) : LanyardPage(visit, book)
{
    public bool MayManage { get; private set; }

    public DateOnly Today => Visit.Today;

    public IReadOnlyList<PolicyLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var who = await Visit.GetAsync(cancel);
        MayManage = who.MaySomewhere(Permission.ManagePolicies);
        Lines = await policies.ListAsync(who, Today, cancel);
    }
}
