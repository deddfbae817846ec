using System.Collections.Immutable;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions;

/// <summary>What would change the answer for the better.</summary>
/// <param name="Verdict">What the answer would be.</param>
/// <param name="Differences">What would have to be otherwise.</param>
/// <param name="Clauses">The clauses that it turns on.</param>
/// <param name="Text">In words, such as "permitted if the headteacher has approved it beforehand (3.12)".</param>
public sealed record Change(Verdict Verdict, ImmutableArray<Atom> Differences, ImmutableArray<string> Clauses, string Text);
