using System.Collections.Immutable;
using System.Globalization;

namespace Lanyard.Workflows.Evidence;

/// <summary>What bears a statement out.</summary>
/// <param name="Id">The statement's name.</param>
/// <param name="Kind">Its kind, such as "duty".</param>
/// <param name="Text">The statement.</param>
/// <param name="Scenarios">How many examples exercise it and come out as the text says.</param>
/// <param name="ActedOnBy">What in the application acts on it.</param>
/// <param name="Standing">What was found beside the answers given.</param>
/// <param name="Answers">The answers that it bore on; <see langword="null"/> if answers say nothing about it.</param>
public sealed record StatementEvidence(string Id, string Kind, string Text, int Scenarios, string ActedOnBy, Standing Standing, ClauseTally? Answers)
{
    /// <summary>How well it is borne out.</summary>
    public EvidenceState State => Answers is { Count: > 0 } && Standing.State == EvidenceState.Ready ? EvidenceState.Shown : Standing.State;

    /// <summary>The evidence, or what is missing.</summary>
    public ImmutableArray<string> Lines => Answers is null ? Standing.Lines : [InWords(Answers), .. Standing.Lines];

    /// <summary>The day of the newest evidence, if there is any.</summary>
    public DateOnly? Last => Answers is { Count: > 0 } ? DateOnly.FromDateTime(Answers.Last.UtcDateTime) : Standing.Last;

    private static string InWords(ClauseTally answers) => answers.Count == 0
        ? "Nobody has asked about it in the last year."
        : $"Decided {(answers.Count == 1 ? "once" : $"{Number(answers.Count)} times")} in the last year: {string.Join(", ", answers.Verdicts.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {Number(pair.Value)}"))}.";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
