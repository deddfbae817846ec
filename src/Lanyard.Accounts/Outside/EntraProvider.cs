using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Lanyard.Accounts.Outside;

/// <summary>Microsoft Entra ID, for the people of one tenant.</summary>
public sealed record EntraProvider : OutsideProvider
{
    private const string Guest = "#EXT#"; // stands in the name of everybody who was invited from elsewhere

    /// <inheritdoc/>
    public override string Scheme => "entra";

    /// <inheritdoc/>
    public override string Name => "Microsoft";

    /// <summary>The tenant.</summary>
    public required Guid Tenant { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Scopes { get; } = ["openid", "profile", "User.Read"];

    /// <inheritdoc/>
    /// <remarks>
    /// The address is the user principal name: its domain is one that the tenant has proved to own, and only its administrators give names out.
    /// The e-mail claim is left alone, for a tenant's people can have any address in it that they like. The signature of the token is not checked:
    /// it comes from the token endpoint itself, over TLS (OpenID Connect Core 1.0, section 3.1.3.7, step 6).
    /// </remarks>
    public override OutsideAnswer Read(JsonElement token, JsonElement user)
    {
        var claims = Claims(Text(token, "id_token"));
        if (!Guid.TryParse(Text(claims, "tid"), out var tenant) || tenant != Tenant || Text(claims, "aud") != ClientId)
        {
            return OutsideAnswer.Refuse(OutsideProblem.OtherOrganisation);
        }

        return Text(user, "userPrincipalName") is { } name && !name.Contains(Guest, StringComparison.OrdinalIgnoreCase)
            ? OutsideAnswer.Of(name)
            : OutsideAnswer.Refuse(OutsideProblem.NotVerified);
    }

    private static JsonElement Claims(string? token)
    {
        try
        {
            return token?.Split('.') is [_, var body, _] ? JsonElement.Parse(WebEncoders.Base64UrlDecode(body)) : default;
        }
        catch (Exception problem) when (problem is FormatException or JsonException)
        {
            return default; // then it names no tenant
        }
    }
}
