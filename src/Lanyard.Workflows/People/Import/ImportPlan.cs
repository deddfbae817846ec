using System.Collections.Immutable;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.People.Import;

/// <summary>What an import would do, for somebody to look at before anything is written.</summary>
/// <param name="Joins">Who would be added.</param>
/// <param name="Changes">Who would be changed.</param>
/// <param name="Leavers">Who would have left.</param>
/// <param name="Unchanged">How many are in the file and stay as they are.</param>
/// <param name="Problems">The lines that are left out.</param>
/// <param name="Refusals">Why nothing of it can be done.</param>
public sealed record ImportPlan(
    ImmutableArray<PlannedJoin> Joins, ImmutableArray<PlannedChange> Changes, ImmutableArray<Person> Leavers, int Unchanged,
    ImmutableArray<ImportProblem> Problems, ImmutableArray<Refusal> Refusals)
{
    /// <summary>Whether nothing would happen.</summary>
    public bool IsEmpty => Joins.IsEmpty && Changes.IsEmpty && Leavers.IsEmpty;

    /// <summary>What happens when it is done.</summary>
    /// <param name="newId">Makes the id of somebody new.</param>
    /// <param name="today">The day.</param>
    public Outcome Do(Func<PersonId> newId, DateOnly today) => Outcome.Of(Refusals, () => Events(newId, today));

    private IEnumerable<Event> Events(Func<PersonId> newId, DateOnly today)
    {
        foreach (var join in Joins)
        {
            yield return new PersonJoined(newId(), join.Roles) { Content = join.Details };
        }

        foreach (var change in Changes)
        {
            if (change.ComesBack)
            {
                yield return new PersonReturned(change.Before.Id, today);
            }

            if (change.IsDifferent)
            {
                yield return new PersonChanged(change.Before.Id, change.Roles) { Content = change.Details };
            }
        }

        foreach (var leaver in Leavers)
        {
            yield return new PersonLeft(leaver.Id, today);
        }
    }
}
