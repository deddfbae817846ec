namespace Lanyard.Domain.Vocabulary;

/// <summary>A note on a line of the vocabulary: <c>(minimum age 13 from 2024-04-11)</c>.</summary>
internal sealed record AgeNote(int Years, DateOnly? From);
