namespace Lanyard.Web.Infrastructure.Transport;

/// <summary>The address by which people reach the server. Links, redirects, cookies and passkeys go by it, whatever a
/// request says of itself.</summary>
/// <param name="Scheme"><c>http</c> or <c>https</c>.</param>
/// <param name="Host">The host, with its port where that is not the usual one.</param>
public sealed record PublicAddress(string Scheme, HostString Host)
{
    /// <summary>Whether people reach it by HTTPS.</summary>
    public bool IsSecure => Scheme == Uri.UriSchemeHttps;

    /// <summary>Reads an address such as <c>https://lanyard.school.example</c>.</summary>
    /// <exception cref="FormatException">It is none, or has more than a scheme, a host and a port.</exception>
    public static PublicAddress Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
            || url.Host.Length == 0 || url.PathAndQuery != "/" || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
        {
            throw new FormatException($"`{text}` is not an address by which people reach Lanyard. Give --public-url "
                + "one such as https://lanyard.school.example, without a path.");
        }

        return new(url.Scheme, url.IsDefaultPort ? new(url.IdnHost) : new(url.IdnHost, url.Port));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Scheme}://{Host}";
}
