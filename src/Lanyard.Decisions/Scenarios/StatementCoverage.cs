namespace Lanyard.Decisions.Scenarios;

/// <summary>What proves one statement, and what acts on it.</summary>
/// <param name="Id">Its name within the policy.</param>
/// <param name="Kind">Which of the eight kinds it is.</param>
/// <param name="Text">The statement.</param>
/// <param name="Scenarios">How many passing scenarios exercise it.</param>
/// <param name="ActedOnBy">What in Lanyard acts on it.</param>
public sealed record StatementCoverage(string Id, string Kind, string Text, int Scenarios, string ActedOnBy);
