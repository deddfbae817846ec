using System.Collections.Immutable;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Compilation;

namespace Lanyard.Policy.Analysis;

/// <summary>Situations whose verdict differs between two policies.</summary>
/// <param name="Was">The verdicts of the first.</param>
/// <param name="Now">The verdict of the second.</param>
/// <param name="Atoms">The situations, as one case.</param>
/// <param name="Text">In words: "a teacher messages a parent: was advised against, now prohibited".</param>
public sealed record VerdictDifference(ImmutableArray<Verdict> Was, Verdict Now, ImmutableArray<Atom> Atoms, string Text);
