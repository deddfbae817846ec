using System.Collections.Immutable;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Decisions.Understanding;

/// <summary>A phrase that may be heard in a question, and what it says.</summary>
/// <param name="Words">Its words, in lower case and singular.</param>
/// <param name="Concept">The word of the vocabulary that it stands for.</param>
/// <param name="IsPast">Whether it is the past form of a verb.</param>
/// <param name="IsOpen">Whether it only raises the question: "parental consent" leaves open whether that is in writing.</param>
internal sealed record HeardPhrase(ImmutableArray<string> Words, Concept Concept, bool IsPast, bool IsOpen);
