using System.Collections.Immutable;
using Lanyard.Domain.Situations;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Decisions.Situations;

/// <summary>What reading a situation gave.</summary>
/// <param name="Situation">The situation, or <see langword="null"/> if it could not be read.</param>
/// <param name="Problems">Everything that is wrong with it.</param>
public sealed record SituationReadResult(Situation? Situation, ImmutableArray<Diagnostic> Problems);
