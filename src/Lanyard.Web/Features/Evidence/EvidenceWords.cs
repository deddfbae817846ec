using Lanyard.Workflows.Evidence;

namespace Lanyard.Web.Features.Evidence;

/// <summary>How the pages say how well something is borne out.</summary>
public static class EvidenceWords
{
    /// <summary>A state in words.</summary>
    public static string InWords(this EvidenceState state) => state switch
    {
        EvidenceState.Shown => "Shown",
        EvidenceState.Ready => "Ready",
        EvidenceState.Gap => "Gap",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state."),
    };

    /// <summary>The class of its tag.</summary>
    public static string Tag(this EvidenceState state) => state switch
    {
        EvidenceState.Shown => "govuk-tag govuk-tag--green",
        EvidenceState.Ready => "govuk-tag govuk-tag--grey",
        _ => "govuk-tag govuk-tag--red",
    };
}
