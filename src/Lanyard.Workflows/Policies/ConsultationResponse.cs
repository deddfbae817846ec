using Lanyard.Domain.People;
using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Policies;

/// <summary>An answer to a consultation.</summary>
public sealed record ConsultationResponse(Guid Id, PolicyId Policy, string Hash, string Group, PersonId Person, string? Text, DateTimeOffset At);
