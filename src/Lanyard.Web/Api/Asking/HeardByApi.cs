using System.Collections.Immutable;
using Lanyard.Decisions.Understanding;
using Lanyard.Decisions.Worries;
using Lanyard.Domain.Situations;

namespace Lanyard.Web.Api.Asking;

/// <summary>What a program asked, once it was read.</summary>
/// <param name="Situation">What the policies are asked about; <see langword="null"/> if it could not be read.</param>
/// <param name="Errors">Why not.</param>
internal sealed record HeardByApi(Situation? Situation, IReadOnlyList<(string Field, string Message)> Errors)
{
    /// <summary>The words that meant nothing.</summary>
    public ImmutableArray<string> NotUnderstood { get; init; } = [];

    /// <summary>The words that an answer could turn on and of which nothing was made, and that nobody
    /// confirmed.</summary>
    public ImmutableArray<string> Doubts { get; init; } = [];

    /// <summary>The harm that it tells of.</summary>
    public Worry? Worry { get; init; }

    /// <summary>Whether somebody tells of harm: then who must be told is all that is said, and nothing is
    /// kept.</summary>
    public bool IsOnlyWorry { get; init; }

    /// <summary>Whether it was said in free words, of which no permission is taken.</summary>
    public bool IsSaid { get; init; }

    /// <summary>Nothing, and why.</summary>
    public static HeardByApi Refused(string field, string message) => new(null, [(field, message)]);

    /// <summary>What was heard of words, as the page takes it.</summary>
    /// <param name="heard">What was heard.</param>
    /// <param name="isYoung">Whether a young person may be asking.</param>
    /// <param name="isConfirmed">Whether somebody said that it is right.</param>
    public static HeardByApi Of(UnderstoodQuestion heard, bool isYoung, bool isConfirmed)
    {
        var isUnderstood = heard.Understood is not null;
        var isOnlyWorry = (heard.Worry is { } worry && (!isUnderstood || (isYoung && worry.IsTold)))
            || (isYoung && isUnderstood && Disclosure.IsIn(heard.Situation));
        if (!isUnderstood && !isOnlyWorry)
        {
            return Refused("question", heard.Elsewhere is [var other, ..]
                ? $"The policies are not about this: {other}"
                : "Lanyard did not understand this. Say what somebody does, and who it is done to");
        }

        return new(heard.Situation, [])
        {
            NotUnderstood = heard.NotUnderstood,
            Doubts = isConfirmed ? [] : heard.Doubts,
            Worry = heard.Worry,
            IsOnlyWorry = isOnlyWorry,
            IsSaid = true,
        };
    }
}
