using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Policies.ListPolicies;

/// <summary>Finds the policies that are a person's: those that bind them, and those that they manage.</summary>
public sealed class OwnPolicies(RecordBook book, PolicyShelf shelf)
{
    /// <summary>All of them as they stand on a day.</summary>
    public async Task<IReadOnlyList<PolicyLine>> ListAsync(Who who, DateOnly today, CancellationToken cancel)
    {
        var schools = (await book.ListAsync<School>(who.At, cancel)).ToDictionary(school => school.Value.Id, school => school.Value.Name);
        var lines = new List<PolicyLine>();
        foreach (var file in (await book.ListAsync<PolicyFile>(who.At, cancel)).Select(kept => kept.Value).Where(file => IsOwn(who, file, today)))
        {
            var version = file.InForceOn(today);
            var policy = version is null ? null : (await shelf.GetAsync(who.At, version.Hash, cancel)).Policy;
            var review = policy is null ? null : ReviewCalendar.Of(file, version!, policy); // a policy has a version
            lines.Add(new(file, file.School is { } school ? schools[school] : "Everybody", review));
        }

        return lines;
    }

    private static bool IsOwn(Who who, PolicyFile file, DateOnly today) =>
        who.May(Permission.ManagePolicies, file.School)
        || (who.IsOf(file.School) && (file.InForceOn(today) is not null || file.Draft is { Consultation.IsOpen: true }));
}
