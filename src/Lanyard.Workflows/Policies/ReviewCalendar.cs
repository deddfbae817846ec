using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Workflows.Policies;

/// <summary>When a policy is next reviewed, by its own statement.</summary>
/// <param name="Clause">The clause that says how often.</param>
/// <param name="Last">The last review; the day of ratification where there was none since.</param>
/// <param name="Due">The day by which the next one is due.</param>
/// <param name="By">Who reviews it, if the policy says.</param>
public sealed record ReviewCalendar(string Clause, DateOnly Last, DateOnly Due, string? By)
{
    private const int NoticeDays = 60;

    /// <summary>Whether the review is overdue on a day.</summary>
    public bool IsOverdue(DateOnly today) => Due < today;

    /// <summary>Whether the review is due soon enough to say so.</summary>
    public bool IsNear(DateOnly today) => !IsOverdue(today) && Due.AddDays(-NoticeDays) <= today;

    /// <summary>The calendar of a version in force; <see langword="null"/> where the policy names no review.</summary>
    public static ReviewCalendar? Of(PolicyFile file, PolicyVersionInForce version, CompiledPolicy policy)
    {
        if (policy.Statements.OfType<Reviewed>().FirstOrDefault() is not { } reviewed)
        {
            return null;
        }

        var dates = file.Reviews.Where(review => review.Hash == version.Hash).Select(review => review.On).Append(version.Ratification.On);
        var last = dates.Max();
        return new(reviewed.Clause, last, reviewed.Every.After(last), reviewed.By);
    }
}
