using Lanyard.Accounts.Outside;
using Lanyard.Mail;
using Lanyard.Records.Checkpoints;
using Lanyard.Web.Features.Checkpoints.Witnessing;
using Lanyard.Web.Infrastructure.Transport;

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

    /// <summary>The address by which people reach it, for links, redirects, cookies and passkeys. It may be left out where only this
    /// machine reaches it.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>The same, read; <see langword="null"/> if none is given.</summary>
    /// <exception cref="FormatException">It is no such address.</exception>
    public PublicAddress? Public => PublicUrl is null ? null : PublicAddress.Read(PublicUrl);

    /// <summary>Whether people reach it by HTTPS only: by its public address, or where none is given by all that it
    /// listens on.</summary>
    public bool IsSecure => Public?.IsSecure
        ?? Urls.Split(';').All(url => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    /// <summary>The networks of the proxies in front of it that are believed about where a request comes from, beside
    /// this machine.</summary>
    public IReadOnlyList<System.Net.IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>By which other names than the public one and those of this machine it may be called, as a proxy does
    /// that does not pass on the name that people typed.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Whether to fill an empty store with a demonstration trust.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The sign-in services of organisations that people may use instead of a password.</summary>
    public IReadOnlyList<OutsideProvider> OutsideProviders { get; init; } = [];

    /// <summary>The mail server; <see langword="null"/> if no mail is sent.</summary>
    public MailServer? MailServer { get; init; }

    /// <summary>Servers of others that sign the checkpoints of these records.</summary>
    public IReadOnlyList<Witness> Witnesses { get; init; } = [];

    /// <summary>The keys of records elsewhere whose checkpoints this server signs as a witness.</summary>
    public IReadOnlyList<NoteKey> WitnessedRecords { get; init; } = [];

    /// <summary>Where traces and measurements go; <see langword="null"/> for what the environment says.</summary>
    public Uri? Collector { get; init; }

    /// <summary>Whom mail comes from.</summary>
    public string MailFrom { get; init; } = "lanyard@localhost";

    /// <summary>Refuses to be without a public address where links and cookies would go by whatever a request says.</summary>
    /// <exception cref="FormatException">It is needed and not given, or it is wrong.</exception>
    public void CheckAddresses()
    {
        var needed = ListeningAddresses.AreLocal(Urls)
            ? MailServer is not null && !IsDemo ? "Letters hold links" : null
            : $"Other machines reach {Urls}";
        if (Public is null && needed is not null)
        {
            throw new FormatException($"{needed}, so say with --public-url by which address people reach Lanyard, such "
                + "as https://lanyard.school.example.");
        }
    }
}
