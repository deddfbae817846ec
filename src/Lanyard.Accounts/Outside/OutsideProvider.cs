using System.Text.Json;

namespace Lanyard.Accounts.Outside;

/// <summary>An organisation's own sign-in service, and what it must say of a person before we believe it.</summary>
public abstract record OutsideProvider
{
    /// <summary>The short name in addresses.</summary>
    public abstract string Scheme { get; }

    /// <summary>The name that people know it by.</summary>
    public abstract string Name { get; }

    /// <summary>Our id there.</summary>
    public required string ClientId { get; init; }

    /// <summary>Our secret there.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>Where a person signs in.</summary>
    public required string AuthorizationEndpoint { get; init; }

    /// <summary>Where a code is changed for a token.</summary>
    public required string TokenEndpoint { get; init; }

    /// <summary>Where it is said who the person is.</summary>
    public required string UserEndpoint { get; init; }

    /// <summary>What we ask to know.</summary>
    public abstract IReadOnlyList<string> Scopes { get; }

    /// <summary>What else is said when somebody is sent there.</summary>
    public virtual IReadOnlyDictionary<string, string> Hints { get; } = new Dictionary<string, string>();

    /// <summary>The address of whoever signed in there, if it is theirs beyond doubt and they belong to the organisation.</summary>
    /// <param name="token">What the token endpoint answered.</param>
    /// <param name="user">What the user endpoint answered.</param>
    public abstract OutsideAnswer Read(JsonElement token, JsonElement user);

    /// <summary>A text of an object; <see langword="null"/> if it has none of that name.</summary>
    protected static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
