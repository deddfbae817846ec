namespace Lanyard.Workflows.People;

/// <summary>Who a person is. Sealed in the record under the person's own key.</summary>
/// <param name="Name">The name as the person writes it.</param>
/// <param name="Email">The address for signing in and for notices, if there is one that is theirs alone.</param>
/// <param name="ExternalId">The id in the school's own system. It counts within its school, source and kind of
/// people.</param>
/// <param name="Upn">A pupil's number, if the person is a pupil.</param>
/// <param name="YearGroup">A pupil's year group: 0 for reception, less for a nursery.</param>
/// <param name="ContactEmail">An address that several people share. Nobody signs in with it.</param>
/// <param name="Source">The system that gave the id; <see langword="null"/> for the school's own lists.</param>
/// <param name="Class">A pupil's class or registration group.</param>
/// <param name="BirthDate">The date of birth.</param>
public sealed record PersonDetails(
    string Name, string? Email, string? ExternalId = null, string? Upn = null, int? YearGroup = null,
    string? ContactEmail = null, string? Source = null, string? Class = null, DateOnly? BirthDate = null);
