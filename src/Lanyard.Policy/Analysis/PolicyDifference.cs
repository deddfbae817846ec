using System.Collections.Immutable;

namespace Lanyard.Policy.Analysis;

/// <summary>How two policies differ.</summary>
/// <param name="Verdicts">Exactly the situations whose verdict differs.</param>
/// <param name="Duties">Exactly the situations in which duties differ.</param>
/// <param name="Gained">Programmes, requirements, consequences, advice and governance that only the second has.</param>
/// <param name="Lost">Those that only the first has.</param>
public sealed record PolicyDifference(
    ImmutableArray<VerdictDifference> Verdicts,
    ImmutableArray<DutyDifference> Duties,
    ImmutableArray<string> Gained,
    ImmutableArray<string> Lost)
{
    /// <summary>Whether both say the same of everything.</summary>
    public bool IsEmpty => Verdicts.IsEmpty && Duties.IsEmpty && Gained.IsEmpty && Lost.IsEmpty;
}
