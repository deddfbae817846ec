using System.Collections.Immutable;

namespace Lanyard.Policy.Binding.Statements;

/// <summary>What a breach may lead to. Lanyard names the procedure and never a sanction: people decide.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="When">Whose breach, or which breach.</param>
/// <param name="IsBreach">Whether it follows every breach by those people, or the event itself.</param>
/// <param name="Procedures">The procedures it may lead to.</param>
/// <param name="UpTo">The most severe sanction that the document names; never part of an answer.</param>
public sealed record Consequence(
    StatementSource Source, Condition When, bool IsBreach, ImmutableArray<string> Procedures, string? UpTo) : Statement(Source);
