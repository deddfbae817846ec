using System.Collections.Immutable;

namespace Lanyard.Policy.Binding.Statements;

/// <summary>A duty: when something happens, somebody must report, record or tell it, by a deadline.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="When">What happens.</param>
/// <param name="Holder">Who has the duty, as a set of roles; <see langword="null"/> means whoever the event happens to.</param>
/// <param name="Action">What they must do.</param>
/// <param name="Recipients">Whom they must tell, in the words of the vocabulary.</param>
/// <param name="IsEvery">Whether all of the recipients are to be told, or one of them is enough.</param>
/// <param name="Deadline">By when; <see langword="null"/> if the policy does not say.</param>
public sealed record Duty(
    StatementSource Source,
    Condition When,
    ulong? Holder,
    DutyAction Action,
    ImmutableArray<string> Recipients,
    bool IsEvery,
    Deadline? Deadline) : Statement(Source)
{
    /// <summary>Whether the policy only says that it should be done.</summary>
    public bool IsAdvised { get; init; }
}
