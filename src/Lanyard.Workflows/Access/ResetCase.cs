using System.Collections.Immutable;
using Lanyard.Domain.Naming;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.Access;

/// <summary>Taking a second factor from somebody who has lost it.</summary>
public static class ResetCase
{
    private const int LongestReason = 500;

    /// <summary>Somebody resets a second factor of somebody else.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="person">Whose it is.</param>
    /// <param name="factor">Which one; <see langword="null"/> if none was chosen.</param>
    /// <param name="has">Which ones they have.</param>
    /// <param name="why">The reason.</param>
    public static Outcome Reset(PersonId by, PersonId person, SecondFactor? factor, IReadOnlySet<SecondFactor> has, string why)
    {
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        if (by == person)
        {
            refusals.Add(new("", "Nobody resets their own second factor. Ask somebody else who looks after people in your organisation."));
        }

        if (factor is not { } chosen)
        {
            refusals.Add(new("Factor", "Choose what they have lost"));
        }
        else if (!has.Contains(chosen))
        {
            refusals.Add(new("Factor", chosen == SecondFactor.Codes ? "They have no codes turned on" : "They have no passkeys"));
        }

        if (why.Trim() is not { Length: > 0 and <= LongestReason })
        {
            refusals.Add(new("Why", string.IsNullOrWhiteSpace(why) ? "Enter why, and how you know that it is they who ask" : $"Say it in {LongestReason} characters or fewer"));
        }

        if (FreeText.ProblemOf(why) is { Length: > 0 } problem)
        {
            refusals.Add(new("Why", problem));
        }

        return Outcome.Of(refusals, () => [new SecondFactorReset(person, factor!.Value) { Content = new(why.Trim()) }]); // refused without one
    }
}
