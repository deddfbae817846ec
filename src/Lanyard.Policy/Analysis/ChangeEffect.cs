using System.Collections.Immutable;
using Lanyard.Policy.Binding;

namespace Lanyard.Policy.Analysis;

/// <summary>What comes of a change in one case.</summary>
/// <param name="Atoms">The case.</param>
/// <param name="Text">In words: "staff message a parent: was prohibited, now advised against".</param>
public sealed record ChangeEffect(ImmutableArray<Atom> Atoms, string Text);
