using System.Collections.Immutable;

namespace Lanyard.Policy.Compilation;

/// <summary>The rules that fit a situation, by their numbers, the loudest first.</summary>
/// <param name="Certain">Those that hold whatever is still unknown.</param>
/// <param name="Possible">Those that may hold, the certain ones among them.</param>
/// <param name="Lowest">The weakest verdict that the situation may have, taking rules one by one.</param>
/// <param name="Highest">The strongest.</param>
public sealed record RuleMatch(ImmutableArray<int> Certain, ImmutableArray<int> Possible, Verdict Lowest, Verdict Highest);
