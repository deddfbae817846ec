namespace Lanyard.Workflows.People;

/// <summary>Who a person is. Sealed in the record under the person's own key.</summary>
/// <param name="Name">The name as the person writes it.</param>
/// <param name="Email">The address for signing in and for notices, if there is one.</param>
/// <param name="ExternalId">The id in the school's own system, which an import goes by.</param>
/// <param name="Upn">A pupil's number, if the person is a pupil.</param>
/// <param name="YearGroup">A pupil's year group, 0 for reception.</param>
public sealed record PersonDetails(string Name, string? Email, string? ExternalId = null, string? Upn = null, int? YearGroup = null);
