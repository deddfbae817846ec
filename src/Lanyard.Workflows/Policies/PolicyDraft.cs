using System.Text.Json.Serialization;
using Lanyard.Domain.Calendar;

namespace Lanyard.Workflows.Policies;

/// <summary>The one draft that a policy may have.</summary>
/// <param name="Hash">The content hash of its text.</param>
/// <param name="SavedAt">When it was last saved.</param>
/// <param name="Consultation">The consultation on it or on an earlier text of it, if there was one.</param>
/// <param name="Ratification">Its ratification, if this very text has been ratified.</param>
public sealed record PolicyDraft(string Hash, DateTimeOffset SavedAt, Consultation? Consultation, Ratification? Ratification)
{
    /// <summary>The day on which its text was written.</summary>
    [JsonIgnore]
    public DateOnly Written => UkTime.DayOf(SavedAt);

    /// <summary>Where the draft stands.</summary>
    public DraftStage Stage =>
        Ratification is { IsWaiting: true } ? DraftStage.RatifiedOnCondition
        : Ratification is not null ? DraftStage.Ratified
        : Consultation is { IsOpen: true } ? DraftStage.InConsultation
        : Consultation is not null ? DraftStage.Consulted
        : DraftStage.BeingWritten;
}
