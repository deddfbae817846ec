using System.Collections.Immutable;

namespace Lanyard.Workflows.Evidence;

/// <summary>What bears a statement out.</summary>
/// <param name="Id">The statement's name.</param>
/// <param name="Kind">Its kind, such as "duty".</param>
/// <param name="Text">The statement.</param>
/// <param name="Scenarios">How many examples exercise it and come out as the text says.</param>
/// <param name="ActedOnBy">What in the application acts on it.</param>
/// <param name="State">How well it is borne out.</param>
/// <param name="Lines">The evidence, or what is missing.</param>
/// <param name="Last">The day of the newest evidence, if there is any.</param>
public sealed record StatementEvidence(
    string Id, string Kind, string Text, int Scenarios, string ActedOnBy, EvidenceState State, ImmutableArray<string> Lines, DateOnly? Last);
