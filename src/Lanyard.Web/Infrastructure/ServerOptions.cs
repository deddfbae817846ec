using Lanyard.Accounts.Outside;
using Lanyard.Mail;

namespace Lanyard.Web.Infrastructure;

/// <summary>How the server is set up.</summary>
public sealed record ServerOptions
{
    /// <summary>The folder that holds everything: the records, the keys, the settings.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The file of the master key; <see langword="null"/> if it lies in the folder.</summary>
    public string? KeyFile { get; init; }

    /// <summary>The address to listen on. Loopback, unless somebody decides otherwise.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>The address by which people reach it, for links in messages; the first address it listens on where none is given.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Whether people reach it by HTTPS only: by its public address, or where none is given by all that it listens on.</summary>
    public bool IsSecure => (PublicUrl ?? Urls).Split(';').All(url => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether to fill an empty store with a demonstration trust.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The sign-in services of organisations that people may use instead of a password.</summary>
    public IReadOnlyList<OutsideProvider> OutsideProviders { get; init; } = [];

    /// <summary>The mail server; <see langword="null"/> if no mail is sent.</summary>
    public MailServer? MailServer { get; init; }

    /// <summary>Where traces and measurements go; <see langword="null"/> for what the environment says.</summary>
    public Uri? Collector { get; init; }

    /// <summary>Whom mail comes from.</summary>
    public string MailFrom { get; init; } = "lanyard@localhost";
}
