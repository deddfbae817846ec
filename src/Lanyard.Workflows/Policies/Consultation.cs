using System.Collections.Immutable;

namespace Lanyard.Workflows.Policies;

/// <summary>A consultation on one text of a policy.</summary>
/// <param name="Hash">The text that was put to people.</param>
/// <param name="Groups">Who was asked.</param>
/// <param name="Opened">When it began.</param>
/// <param name="Until">The last day for answers.</param>
/// <param name="IsOpen">Whether it still goes on.</param>
public sealed record Consultation(string Hash, ImmutableArray<string> Groups, DateOnly Opened, DateOnly Until, bool IsOpen);
