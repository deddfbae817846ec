namespace Lanyard.Decisions;

/// <summary>Two statements that demand opposite things here. The stricter one holds until the policy's owner resolves it.</summary>
/// <param name="Stricter">The statement that holds, by its name within the policy.</param>
/// <param name="StricterClause">Its clause.</param>
/// <param name="Other">The statement that would allow it.</param>
/// <param name="OtherClause">Its clause.</param>
public sealed record Collision(string Stricter, string StricterClause, string Other, string OtherClause);
