using Lanyard.Domain.People;

namespace Lanyard.Accounts;

/// <summary>Somebody who has given the right password in a browser and still owes the code.</summary>
/// <param name="Person">Who.</param>
/// <param name="Stamp">The stamp of their account by then: what changes a secret ends it.</param>
/// <param name="Ends">When it ends by itself.</param>
public sealed record HalfSession(PersonId Person, string Stamp, DateTimeOffset Ends);
