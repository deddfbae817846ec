namespace Lanyard.Web.Features.Ask.ListAnswers;

/// <summary>An answer that somebody was given.</summary>
/// <param name="At">When.</param>
/// <param name="Asked">What they asked about, in the words of the policy.</param>
/// <param name="Verdict">What it said.</param>
/// <param name="Clauses">The clauses that said so.</param>
/// <param name="Details">The conditions and duties that came with it.</param>
/// <param name="Policy">The policy's title.</param>
/// <param name="Address">The public page of the version that answered.</param>
public sealed record ToldAnswer(
    DateTimeOffset At,
    string Asked,
    string Verdict,
    IReadOnlyList<string> Clauses,
    IReadOnlyList<string> Details,
    string Policy,
    string Address);
