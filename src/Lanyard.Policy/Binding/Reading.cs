using System.Collections.Immutable;

namespace Lanyard.Policy.Binding;

/// <summary>One way to read the words from some place on: what they say, and where they end.</summary>
internal sealed record Reading(int End, ImmutableArray<AnyOf> Parts)
{
    public Reading Then(Reading next) => new(next.End, Parts.AddRange(next.Parts));
}
