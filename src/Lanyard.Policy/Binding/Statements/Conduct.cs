using System.Collections.Immutable;

namespace Lanyard.Policy.Binding.Statements;

/// <summary>A rule of conduct: who must, must not, should, should not or may do what, unless an exception holds.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="When">Who does what, in which circumstances.</param>
/// <param name="Modality">How strongly it speaks.</param>
/// <param name="Exceptions">What lifts the rule; one of them is enough.</param>
public sealed record Conduct(StatementSource Source, Condition When, Modality Modality, ImmutableArray<Condition> Exceptions)
    : Statement(Source)
{
    /// <summary>Whether it says what the organisation itself may do, such as monitor its systems.</summary>
    public bool IsPower { get; init; }
}
