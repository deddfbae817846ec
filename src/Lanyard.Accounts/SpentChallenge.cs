namespace Lanyard.Accounts;

/// <summary>That a passkey has answered a challenge.</summary>
/// <param name="Ends">Until when it must be known.</param>
internal sealed record SpentChallenge(DateTimeOffset Ends);
