using System.Collections.Immutable;

namespace Lanyard.Decisions.Worries;

/// <summary>Words that say one thing, such as "not to tell"; <see cref="Gap"/> leaves room for a few others.</summary>
/// <param name="Group">What they say, by the name of its group.</param>
/// <param name="Words">The words, in lower case and without apostrophes.</param>
internal sealed record WorryPhrase(string Group, ImmutableArray<string> Words)
{
    public const string Gap = "...";
}
