namespace Lanyard.Web.Features.OwnAccount;

/// <summary>Shows the secret that an authenticator app needs.</summary>
public static class AuthenticatorSecret
{
    private const int Group = 4;

    /// <summary>The secret in groups of four, for typing it in.</summary>
    public static string InGroups(string secret) => string.Join(' ', secret.ToLowerInvariant().Chunk(Group).Select(part => new string(part)));

    /// <summary>The address that an app on the same device opens.</summary>
    /// <remarks>The form is Google Authenticator's "Key Uri Format".</remarks>
    public static string Link(string secret, string email) => $"otpauth://totp/Lanyard:{Uri.EscapeDataString(email)}?secret={secret}&issuer=Lanyard";
}
