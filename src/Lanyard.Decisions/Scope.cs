namespace Lanyard.Decisions;

/// <summary>Whether a policy applies to a situation.</summary>
/// <param name="IsInScope">Whether it does; <see langword="null"/> if that depends on what is not known.</param>
/// <param name="Clause">The clause that says so; <see langword="null"/> if no clause sets a scope.</param>
public sealed record Scope(bool? IsInScope, string? Clause);
