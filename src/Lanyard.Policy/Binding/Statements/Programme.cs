using System.Collections.Immutable;

namespace Lanyard.Policy.Binding.Statements;

/// <summary>Something that people go through: training, acceptance, teaching, guidance.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Who">Whom it is for, as a set of roles.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Topics">What it is about; empty for the acceptance of this policy.</param>
/// <param name="OnJoining">Whether it is due when somebody joins.</param>
/// <param name="Every">How often it is due; <see langword="null"/> if it is due once.</param>
/// <param name="Years">The year groups that are taught it, first and last; <see langword="null"/> means all.</param>
public sealed record Programme(
    StatementSource Source,
    ulong Who,
    ProgrammeKind Kind,
    ImmutableArray<string> Topics,
    bool OnJoining,
    Period? Every,
    (int First, int Last)? Years) : Statement(Source);
