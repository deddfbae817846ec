using System.Text.Json;

namespace Lanyard.Accounts.Outside;

/// <summary>Google Workspace, for the people of one domain.</summary>
public sealed record GoogleProvider : OutsideProvider
{
    /// <inheritdoc/>
    public override string Scheme => "google";

    /// <inheritdoc/>
    public override string Name => "Google";

    /// <summary>The domain of the organisation's Workspace.</summary>
    public required string HostedDomain { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Scopes { get; } = ["openid", "email"];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Hints => new Dictionary<string, string>(StringComparer.Ordinal) { ["hd"] = HostedDomain };

    /// <inheritdoc/>
    /// <remarks>The domain is the one that Google names in <c>hd</c>, not the end of the address: a private account may have any address.</remarks>
    public override OutsideAnswer Read(JsonElement token, JsonElement user)
    {
        if (!string.Equals(Text(user, "hd"), HostedDomain, StringComparison.OrdinalIgnoreCase))
        {
            return OutsideAnswer.Refuse(OutsideProblem.OtherOrganisation);
        }

        return Text(user, "email") is { } email && user.TryGetProperty("email_verified", out var verified) && verified.ValueKind == JsonValueKind.True
            ? OutsideAnswer.Of(email)
            : OutsideAnswer.Refuse(OutsideProblem.NotVerified);
    }
}
