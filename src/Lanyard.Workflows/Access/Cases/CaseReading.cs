using Lanyard.Domain.People;

namespace Lanyard.Workflows.Access.Cases;

/// <summary>A time for which a deputy opened the cases.</summary>
/// <param name="Id">The id.</param>
/// <param name="Person">Who.</param>
/// <param name="Why">Why; <see langword="null"/> once that has been erased.</param>
/// <param name="At">When.</param>
/// <param name="Until">Until when.</param>
public sealed record CaseReading(Guid Id, PersonId Person, string? Why, DateTimeOffset At, DateTimeOffset Until);
