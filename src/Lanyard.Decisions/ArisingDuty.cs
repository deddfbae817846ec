using System.Collections.Immutable;
using Lanyard.Policy.Binding.Statements;

namespace Lanyard.Decisions;

/// <summary>A duty that arises from a situation.</summary>
/// <param name="Clause">The clause that gives it.</param>
/// <param name="Statement">The statement, by its name within the policy.</param>
/// <param name="Holder">Who has the duty, in words.</param>
/// <param name="Action">What they must do.</param>
/// <param name="Recipients">Whom they must tell.</param>
/// <param name="IsEvery">Whether all of them are to be told, or one is enough.</param>
/// <param name="Deadline">By when.</param>
/// <param name="IsCertain">Whether it arises for certain, or depends on what is not known.</param>
/// <param name="Text">The duty in words, such as "report it to the headteacher without delay".</param>
public sealed record ArisingDuty(
    string Clause,
    string Statement,
    string Holder,
    DutyAction Action,
    ImmutableArray<string> Recipients,
    bool IsEvery,
    Deadline? Deadline,
    bool IsCertain,
    string Text)
{
    /// <summary>Whether the policy only says that it should be done.</summary>
    public bool IsAdvised { get; init; }

    /// <summary>How strongly the policy says it.</summary>
    public string Modal => IsAdvised ? "should" : "must";
}
