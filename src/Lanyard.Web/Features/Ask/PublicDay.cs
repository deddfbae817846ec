using System.Collections.Immutable;

namespace Lanyard.Web.Features.Ask;

/// <summary>What was answered in public on a day.</summary>
/// <param name="Day">The day, in the United Kingdom.</param>
/// <param name="Answers">How many answers there were, by verdict.</param>
public sealed record PublicDay(DateOnly Day, ImmutableSortedDictionary<string, long> Answers);
