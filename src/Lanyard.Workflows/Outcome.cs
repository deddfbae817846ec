using System.Collections.Immutable;

namespace Lanyard.Workflows;

/// <summary>What follows from somebody trying something: what then happens, or every reason why it cannot.</summary>
/// <param name="Events">What happens; none if it was refused.</param>
/// <param name="Refusals">Why not.</param>
public sealed record Outcome(ImmutableArray<Event> Events, ImmutableArray<Refusal> Refusals)
{
    /// <summary>Whether it was refused.</summary>
    public bool IsRefused => !Refusals.IsEmpty;

    /// <summary>It happens, unless there is a reason why not.</summary>
    public static Outcome Of(IEnumerable<Refusal> refusals, Func<IEnumerable<Event>> events)
    {
        ImmutableArray<Refusal> found = [.. refusals];
        return found.IsEmpty ? new([.. events()], []) : new([], found);
    }
}
