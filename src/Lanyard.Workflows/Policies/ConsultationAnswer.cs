namespace Lanyard.Workflows.Policies;

/// <summary>What somebody answered to a consultation.</summary>
/// <param name="Text">The answer.</param>
public sealed record ConsultationAnswer(string Text);
