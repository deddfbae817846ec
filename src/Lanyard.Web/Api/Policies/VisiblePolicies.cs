using Lanyard.Domain.Policies;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Api.Policies;

/// <summary>Which policies somebody sees: those of their schools that are in force, were, or are consulted on; and those that they look after.</summary>
internal static class VisiblePolicies
{
    /// <summary>Whether somebody sees a policy.</summary>
    public static bool MaySee(this Who who, PolicyFile file) =>
        who.May(Permission.ManagePolicies, file.School) || (who.IsOf(file.School) && (!file.Versions.IsEmpty || file.Draft is { Consultation.IsOpen: true }));

    /// <summary>A policy that somebody sees; <see langword="null"/> if there is none of that id.</summary>
    public static async Task<PolicyFile?> FindVisibleAsync(this RecordBook book, Who who, Guid id, CancellationToken cancel) =>
        await book.FindAsync<PolicyFile>(who.At, $"policy/{new PolicyId(id)}", cancel) is { Value: var file } && who.MaySee(file) ? file : null;
}
