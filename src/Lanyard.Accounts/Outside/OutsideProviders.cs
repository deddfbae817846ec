namespace Lanyard.Accounts.Outside;

/// <summary>Reads from the settings which outside sign-in services there are.</summary>
public static class OutsideProviders
{
    /// <summary>The services that are set up.</summary>
    /// <param name="setting">Finds a setting by its name.</param>
    /// <exception cref="FormatException">One is set up by half, or wrongly.</exception>
    public static IReadOnlyList<OutsideProvider> Read(Func<string, string?> setting) => [.. new OutsideProvider?[] { Entra(setting), Google(setting) }.OfType<OutsideProvider>()];

    private static EntraProvider? Entra(Func<string, string?> setting)
    {
        if (All(setting, "LANYARD_ENTRA_TENANT", "LANYARD_ENTRA_CLIENT_ID", "LANYARD_ENTRA_CLIENT_SECRET") is not [var tenant, var id, var secret])
        {
            return null;
        }

        if (!Guid.TryParse(tenant, out var known))
        {
            throw new FormatException("LANYARD_ENTRA_TENANT must be the tenant's id, such as 8f14e45f-ceea-467f-a9b4-0123456789ab: names such as common would let other organisations in.");
        }

        var authority = $"https://login.microsoftonline.com/{known}/oauth2/v2.0";
        return new()
        {
            Tenant = known, ClientId = id, ClientSecret = secret,
            AuthorizationEndpoint = Endpoint(setting, "LANYARD_ENTRA_AUTHORIZE", $"{authority}/authorize"),
            TokenEndpoint = Endpoint(setting, "LANYARD_ENTRA_TOKEN", $"{authority}/token"),
            UserEndpoint = Endpoint(setting, "LANYARD_ENTRA_USER", "https://graph.microsoft.com/v1.0/me?$select=userPrincipalName"),
        };
    }

    private static GoogleProvider? Google(Func<string, string?> setting) =>
        All(setting, "LANYARD_GOOGLE_HOSTED_DOMAIN", "LANYARD_GOOGLE_CLIENT_ID", "LANYARD_GOOGLE_CLIENT_SECRET") is not [var domain, var id, var secret] ? null : new()
        {
            HostedDomain = domain, ClientId = id, ClientSecret = secret,
            AuthorizationEndpoint = Endpoint(setting, "LANYARD_GOOGLE_AUTHORIZE", "https://accounts.google.com/o/oauth2/v2/auth"),
            TokenEndpoint = Endpoint(setting, "LANYARD_GOOGLE_TOKEN", "https://oauth2.googleapis.com/token"),
            UserEndpoint = Endpoint(setting, "LANYARD_GOOGLE_USER", "https://openidconnect.googleapis.com/v1/userinfo"),
        };

    // All of them, or none: half a setting is a mistake that would only show when somebody tries to sign in.
    private static string[]? All(Func<string, string?> setting, params string[] names)
    {
        var values = names.Select(name => setting(name)?.Trim() ?? "").ToArray();
        if (values.All(value => value.Length == 0))
        {
            return null;
        }

        var missing = names.Where((_, at) => values[at].Length == 0).ToArray();
        return missing.Length == 0 ? values : throw new FormatException($"Sign-in by an outside service is set up by half: set {string.Join(" and ", missing)} too.");
    }

    private static string Endpoint(Func<string, string?> setting, string name, string usual) => setting(name) is { Length: > 0 } other ? other : usual;
}
