using System.Collections.Immutable;

namespace Lanyard.Decisions;

/// <summary>What whoever knows that somebody who works here has done something prohibited must do, if it is what <paramref name="If"/> says.</summary>
/// <param name="If">Which of the ways it goes, such as "if a child may have been harmed (an allegation)".</param>
/// <param name="Duties">What must then be done.</param>
public sealed record Witness(string If, ImmutableArray<ArisingDuty> Duties);
