using Lanyard.Workflows.Evidence;

namespace Lanyard.Web.Features.Evidence;

/// <summary>How the pages say how well something is borne out.</summary>
public static class EvidenceWords
{
    /// <summary>A state in words.</summary>
    public static string InWords(this EvidenceState state) => state switch
    {
        EvidenceState.Shown => "Shown",
        EvidenceState.Asked => "Asked about",
        EvidenceState.Ready => "Ready",
        EvidenceState.Gap => "Gap",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state."),
    };

    /// <summary>What a state means for a clause.</summary>
    public static string Meaning(this EvidenceState state) => state switch
    {
        EvidenceState.Shown => "Something was done in the last year, and the record shows it",
        EvidenceState.Asked => "People asked about it in the last year and were answered. That is no proof that it is kept",
        EvidenceState.Ready => "Lanyard acts on it, and nothing has called for it in the last year",
        _ => "Something that the clause asks for is missing, overdue, or kept outside Lanyard",
    };

    /// <summary>The class of its tag.</summary>
    public static string Tag(this EvidenceState state) => state switch
    {
        EvidenceState.Shown => "govuk-tag govuk-tag--green",
        EvidenceState.Asked => "govuk-tag",
        EvidenceState.Ready => "govuk-tag govuk-tag--grey",
        _ => "govuk-tag govuk-tag--red",
    };
}
