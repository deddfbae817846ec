using System.Text.RegularExpressions;

namespace Lanyard.Mail;

/// <summary>How Lanyard gets the tokens by which it signs in to the mail server, in place of a password (OAuth 2, RFC
/// 6749).</summary>
/// <remarks>A class and no record, so that nothing prints the secrets by printing this.</remarks>
public sealed partial class MailOAuth
{
    private const string Microsoft = "microsoft:";
    private const string Google = "google";

    // What the services call sending mail: as an application of its own, and in the name of somebody who allowed it.
    private const string MicrosoftOwnScope = "https://outlook.office365.com/.default";
    private const string MicrosoftPersonScope = "https://outlook.office.com/SMTP.Send offline_access";

    private MailOAuth(Uri endpoint, string clientId) => (Endpoint, ClientId) = (endpoint, clientId);

    /// <summary>Where tokens are asked for.</summary>
    public Uri Endpoint { get; }

    /// <summary>The id under which Lanyard is registered there.</summary>
    public string ClientId { get; }

    /// <summary>The secret of that registration; <see langword="null"/> if it has none.</summary>
    public string? ClientSecret { get; private init; }

    /// <summary>The refresh token; <see langword="null"/> if Lanyard asks in its own name.</summary>
    public string? RefreshToken { get; private init; }

    /// <summary>What a token is asked for; <see langword="null"/> if that stands in the refresh token.</summary>
    public string? Scope { get; private init; }

    /// <summary>Reads what was set; <see langword="null"/> if nothing was.</summary>
    /// <exception cref="FormatException">It cannot be meant so. The message says how to put it right, and holds no
    /// secret.</exception>
    public static MailOAuth? Read(MailSettings settings)
    {
        if (settings.OAuth is not { } service)
        {
            return settings is { ClientId: null, ClientSecretFile: null, RefreshTokenFile: null, Scope: null } ? null
                : throw new FormatException(
                    "LANYARD_MAIL_OAUTH is missing. Set it to microsoft:TENANT, to google, or to the https address of a "
                    + "token endpoint.");
        }

        if (settings.User is null || settings.ClientId is null)
        {
            throw new FormatException(
                "Tokens need LANYARD_MAIL_USER, the mailbox that Lanyard sends from, and LANYARD_MAIL_CLIENT_ID.");
        }

        if (settings.ClientSecretFile is null && settings.RefreshTokenFile is null)
        {
            throw new FormatException(
                "Tokens need LANYARD_MAIL_CLIENT_SECRET_FILE, or LANYARD_MAIL_REFRESH_TOKEN_FILE, or both.");
        }

        if (service == Google && settings.RefreshTokenFile is null)
        {
            throw new FormatException("Google gives tokens for a refresh token. Set LANYARD_MAIL_REFRESH_TOKEN_FILE.");
        }

        return new(EndpointOf(service), settings.ClientId)
        {
            ClientSecret = settings.ClientSecretFile is { } secret
                ? SettingFile.ReadSecret(secret, "the client secret for the mail server") : null,
            RefreshToken = settings.RefreshTokenFile is { } refresh
                ? SettingFile.ReadSecret(refresh, "the refresh token for the mail server") : null,
            Scope = settings.Scope ?? ScopeOf(service, settings.RefreshTokenFile is null),
        };
    }

    private static Uri EndpointOf(string service)
    {
        if (service == Google)
        {
            return new("https://oauth2.googleapis.com/token");
        }

        if (service.StartsWith(Microsoft, StringComparison.Ordinal))
        {
            return service[Microsoft.Length..] is var tenant && Tenant().IsMatch(tenant)
                && tenant is not ("common" or "organizations" or "consumers")
                ? new($"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token")
                : throw new FormatException(
                    "LANYARD_MAIL_OAUTH names no tenant. Write microsoft: and the id or the domain of your own, such as "
                    + "microsoft:school.example.");
        }

        return Uri.TryCreate(service, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address is { Scheme: "http", IsLoopback: true })
            && address.UserInfo.Length == 0 ? address
            : throw new FormatException(
                "LANYARD_MAIL_OAUTH is microsoft:TENANT, google, or the https address of a token endpoint.");
    }

    private static string? ScopeOf(string service, bool isOwn) =>
        !service.StartsWith(Microsoft, StringComparison.Ordinal) ? null : isOwn ? MicrosoftOwnScope
            : MicrosoftPersonScope;

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9.-]{0,252}\z", RegexOptions.None, 1000)]
    private static partial Regex Tenant();
}
