namespace Lanyard.Accounts;

/// <summary>A passkey of an account, as the WebAuthn standard describes it.</summary>
public sealed record Passkey(
    byte[] CredentialId, byte[] PublicKey, DateTimeOffset CreatedAt, uint SignCount, IReadOnlyList<string>? Transports,
    bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp, byte[] AttestationObject, byte[] ClientDataJson, string? Name);
