using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Policies;

/// <summary>How the pages say where a policy stands.</summary>
public static class PolicyWords
{
    /// <summary>The box that confirms that a policy was ratified before its text came into Lanyard.</summary>
    public static IReadOnlyList<FieldChoice> OnPaper { get; } = [new("true", "This policy was approved on paper before it came into Lanyard")];

    /// <summary>A stage in words.</summary>
    public static string InWords(this DraftStage stage) => stage switch
    {
        DraftStage.BeingWritten => "Being written",
        DraftStage.InConsultation => "In consultation",
        DraftStage.Consulted => "Consultation closed",
        DraftStage.RatifiedOnCondition => "Ratified on a condition",
        DraftStage.Ratified => "Ratified",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "There is no such stage."),
    };

    /// <summary>A content hash, shortened for people.</summary>
    public static string Brief(string hash) => hash.Length > 19 ? hash[..19] : hash;
}
