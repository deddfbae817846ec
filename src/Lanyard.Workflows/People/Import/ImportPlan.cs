using System.Collections.Immutable;
using System.Text.Json.Serialization;
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
    private const int FewLeavers = 3;
    private const int LargeShare = 10; // a tenth

    /// <summary>The lines that may be about somebody who is known.</summary>
    public ImmutableArray<SameQuestion> Questions { get; init; } = [];

    /// <summary>The job titles that nobody has said yet what they mean. Their lines wait.</summary>
    public ImmutableArray<AskedWord> Titles { get; init; } = [];

    /// <summary>The year groups that cannot be read. They are left empty.</summary>
    public ImmutableArray<AskedWord> Years { get; init; } = [];

    /// <summary>What to know.</summary>
    public ImmutableArray<ImportNote> Notes { get; init; } = [];

    /// <summary>The kinds of people and places among which leavers are looked for; none where they are not looked
    /// for.</summary>
    public ImmutableArray<ScopePlace> Scope { get; init; } = [];

    /// <summary>How many people there are among which leavers are looked for.</summary>
    public int InScope { get; init; }

    /// <summary>How many lines wait until somebody has said something about them.</summary>
    public int Waiting { get; init; }

    /// <summary>Whether nothing would happen.</summary>
    [JsonIgnore]
    public bool IsEmpty => Joins.IsEmpty && Changes.IsEmpty && Leavers.IsEmpty;

    /// <summary>Whether so many would leave that their number has to be typed.</summary>
    [JsonIgnore]
    public bool AsksForNumber => Leavers.Length > FewLeavers && Leavers.Length * LargeShare > InScope;

    /// <summary>How many people would have another name.</summary>
    [JsonIgnore]
    public int Renamed => Changes.Count(change => change.Details.Name != change.Before.Details?.Name);

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
