using System.Collections.Immutable;

namespace Lanyard.Decisions;

/// <summary>What must still be had before something is permitted.</summary>
/// <param name="Clause">The clause that asks for it.</param>
/// <param name="Permissions">The facets of the missing permissions; all of them are needed.</param>
/// <param name="Text">The permissions in words, such as "approval by the headteacher".</param>
public sealed record OutstandingCondition(string Clause, ImmutableArray<string> Permissions, string Text);
