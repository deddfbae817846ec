using Lanyard.Domain.People;

namespace Lanyard.Accounts;

/// <summary>A browser that is signed in.</summary>
/// <param name="Person">Who.</param>
/// <param name="Began">When they signed in.</param>
/// <param name="Browser">What the browser says of itself, shortened.</param>
/// <param name="Ticket">The authentication ticket, protected.</param>
/// <param name="Ends">When it ends by itself.</param>
public sealed record Session(PersonId Person, DateTimeOffset Began, string Browser, string Ticket, DateTimeOffset Ends);
