namespace Lanyard.Domain.Vocabulary;

/// <summary>The age a platform asks of its users, from a day on.</summary>
/// <remarks>The source is each platform's own terms. The law may change it, so it is a dated parameter, not a constant.</remarks>
/// <param name="Platform">The platform.</param>
/// <param name="Years">The age in whole years.</param>
/// <param name="From">The first day it holds; <see langword="null"/> means from the start.</param>
public sealed record MinimumAge(Concept Platform, int Years, DateOnly? From);
