using System.Collections.Immutable;
using Lanyard.Policy.Binding;

namespace Lanyard.Policy.Analysis;

/// <summary>Situations in which a duty arises under one policy and not under the other.</summary>
/// <param name="IsNew">Whether the second policy has it, or the first.</param>
/// <param name="Duty">What must be done.</param>
/// <param name="Atoms">The situations, as one case.</param>
/// <param name="Text">In words.</param>
public sealed record DutyDifference(bool IsNew, string Duty, ImmutableArray<Atom> Atoms, string Text);
