using System.CommandLine;
using Lanyard.Cli.Output;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Transport;
using Microsoft.AspNetCore.Http;

namespace Lanyard.Cli.Commands;

/// <summary>The options about where the application listens, and by which address people reach it.</summary>
internal sealed class AddressOptions
{
    private const string DefaultUrls = "http://127.0.0.1:5080";

    private readonly Option<string?> _urls = Make("--urls", "LANYARD_URLS", "The address to listen on.", "URL");
    private readonly Option<string?> _public = CreatePublic();
    private readonly Option<string?> _proxies = Make("--trusted-proxies", "LANYARD_TRUSTED_PROXIES",
        "The addresses or networks of your proxies, which are believed about where a request comes from.", "ADDRESSES");
    private readonly Option<string?> _hosts = Make("--allowed-hosts", "LANYARD_ALLOWED_HOSTS",
        "By which other names your proxy calls it, with commas between them.", "NAMES");

    /// <summary>The address by which people reach the application.</summary>
    public static Option<string?> CreatePublic() => Make("--public-url", "LANYARD_PUBLIC_URL",
        "The address by which people reach it, for links, cookies and passkeys.", "URL");

    public void AddTo(Command command)
    {
        foreach (var option in new[] { _urls, _public, _proxies, _hosts })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Adds what was said to how the server is set up.</summary>
    public ServerOptions Read(ParseResult parsed, ServerOptions options)
    {
        try
        {
            var read = options with
            {
                Urls = Addresses(parsed.GetValue(_urls) ?? DefaultUrls),
                PublicUrl = parsed.GetValue(_public),
                TrustedProxies = TrustedProxies.Read(parsed.GetValue(_proxies) ?? ""),
                AllowedHosts = (parsed.GetValue(_hosts) ?? "").Split(
                    [',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            };
            read.CheckAddresses();
            return read;
        }
        catch (FormatException problem)
        {
            throw new Misuse(problem.Message);
        }
    }

    // Read before anything is made: a folder with keys in it is nothing to leave behind for a slip of the finger.
    private static string Addresses(string urls)
    {
        foreach (var url in urls.Split(';'))
        {
            if (!IsAddress(url))
            {
                throw new Misuse($"`{url}` is not an address to listen on. Give --urls one such as {DefaultUrls}.");
            }
        }

        return urls;
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is
            {
                Scheme: "http" or "https", Host.Length: > 0, Port: >= 0 and <= ushort.MaxValue, PathBase.Length: 0,
            };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static Option<string?> Make(string name, string variable, string description, string helpName) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null,
        HelpName = helpName,
    };
}
