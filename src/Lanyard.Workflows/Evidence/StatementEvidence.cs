using System.Collections.Immutable;
using System.Globalization;

namespace Lanyard.Workflows.Evidence;

/// <summary>What bears a statement out.</summary>
/// <param name="Id">The statement's name.</param>
/// <param name="Mark">The name that it keeps from version to version.</param>
/// <param name="Kind">Its kind, such as "duty".</param>
/// <param name="Text">The statement.</param>
/// <param name="Scenarios">How many examples exercise it and come out as the text says.</param>
/// <param name="ActedOnBy">What in the application acts on it.</param>
/// <param name="Standing">What was found beside the answers given.</param>
/// <param name="Answers">The answers that it had a part in; <see langword="null"/> if answers say nothing about it.</param>
public sealed record StatementEvidence(string Id, string Mark, string Kind, string Text, int Scenarios, string ActedOnBy, Standing Standing, StatementTally? Answers)
{
    /// <summary>How well it is borne out.</summary>
    /// <remarks>A question shows that somebody asked, never that something was done.</remarks>
    public EvidenceState State => Answers is { Count: > 0 } && Standing.State == EvidenceState.Ready ? EvidenceState.Asked : Standing.State;

    /// <summary>The evidence, or what is missing.</summary>
    public ImmutableArray<string> Lines => Answers is { Count: > 0 } answers ? [InWords(answers), .. Standing.Lines] : Standing.Lines;

    /// <summary>The day of the newest evidence, if there is any.</summary>
    public DateOnly? Last => Standing.Last;

    private bool IsDuty => Kind == "duty";

    private string InWords(StatementTally answers) =>
        IsDuty ? $"Said to people who asked {Times(answers.Count)} in the last year. Whether it was then done is not recorded in Lanyard yet."
        : Kind != "conduct" ? $"Part of an answer {Times(answers.Count)} in the last year."
        : $"Decided {Times(answers.Count)} in the last year: {string.Join(", ", answers.Verdicts.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {Number(pair.Value)}"))}.";

    private static string Times(int count) => count == 1 ? "once" : $"{Number(count)} times";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
