using System.Collections.Immutable;

namespace Lanyard.Decisions.Understanding;

/// <summary>A turn of phrase that means something else than its words.</summary>
/// <param name="Name">How it is said back, such as "give a lift".</param>
/// <param name="Words">Its words, as those of a <see cref="HeardPhrase"/>.</param>
internal sealed record HeardIdiom(string Name, ImmutableArray<string> Words);
