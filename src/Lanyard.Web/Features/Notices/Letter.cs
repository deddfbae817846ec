using Lanyard.Domain.People;

namespace Lanyard.Web.Features.Notices;

/// <summary>A letter that waits to be sent. Whose address it goes to is looked up when it is sent.</summary>
/// <param name="Recipient">Whom it is for.</param>
/// <param name="Address">Where something waits for them, within the application.</param>
/// <param name="Made">When the notice was made.</param>
/// <param name="Tries">How often sending it has been begun.</param>
/// <param name="NextAt">When to begin the next time.</param>
/// <param name="Kind">What it says.</param>
public sealed record Letter(PersonId Recipient, string Address, DateTimeOffset Made, int Tries, DateTimeOffset NextAt, LetterKind Kind = LetterKind.Notice);
