using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Lanyard.Mail;

/// <summary>Where mail goes, and how.</summary>
/// <remarks>A class and no record, so that nothing prints the password by printing this.</remarks>
public sealed class MailServer
{
    private const int RelayPort = 25;
    private const int StartTlsPort = 587;
    private const int ImplicitPort = 465;

    private MailServer(string host, int port, MailSecurity security) => (Host, Port, Security) = (host, port, security);

    /// <summary>The name or address of the machine.</summary>
    public string Host { get; }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>How the way there is encrypted.</summary>
    public MailSecurity Security { get; }

    /// <summary>The name to sign in with; <see langword="null"/> if the server takes mail without one.</summary>
    public string? User { get; private init; }

    /// <summary>The password to sign in with.</summary>
    public string? Password { get; private init; }

    /// <summary>How to get tokens that stand in for a password; <see langword="null"/> if there is a password, or no
    /// name.</summary>
    public MailOAuth? OAuth { get; private init; }

    /// <summary>The only authorities whose certificates are believed; <see langword="null"/> for those of the system.</summary>
    public X509Certificate2Collection? Authorities { get; private init; }

    /// <summary>Reads what was set.</summary>
    /// <exception cref="FormatException">It cannot be meant so. The message says how to put it right, and holds no password.</exception>
    public static MailServer Read(MailSettings settings)
    {
        if (!Uri.TryCreate(settings.Address, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0 || uri.PathAndQuery.Length > 1)
        {
            throw new FormatException("The mail server is not an address. Write smtp://host:port, or smtps://host:port where the server speaks TLS from the beginning.");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new FormatException("The address of the mail server must hold no name and no password. Set LANYARD_MAIL_USER and LANYARD_MAIL_PASSWORD_FILE.");
        }

        var security = SecurityOf(uri, settings.Tls);
        var (password, way) = SignInOf(settings);
        if (settings.User is not null && security == MailSecurity.None)
        {
            throw new FormatException("A password is not sent over a connection without TLS. Set LANYARD_MAIL_TLS to starttls, or to implicit.");
        }

        var port = uri.Port > 0 ? uri.Port : security switch { MailSecurity.Implicit => ImplicitPort, MailSecurity.StartTls => StartTlsPort, _ => RelayPort };
        return new(uri.IdnHost, port, security)
        {
            User = settings.User,
            Password = password,
            OAuth = way,
            Authorities = AuthoritiesOf(settings.AuthorityFile),
        };
    }

    private static (string? Password, MailOAuth? Way) SignInOf(MailSettings settings)
    {
        var (password, way) = (PasswordOf(settings), MailOAuth.Read(settings));
        if (way is not null)
        {
            return password is null ? (null, way)
                : throw new FormatException("The mail server is signed in to by either a password or tokens. "
                    + "Take LANYARD_MAIL_OAUTH away, or the password.");
        }

        return (settings.User is null) == (password is null) ? (password, null)
            : throw new FormatException("The mail server needs both a name and a password, or neither. "
                + "Set LANYARD_MAIL_USER, and LANYARD_MAIL_PASSWORD_FILE or LANYARD_MAIL_PASSWORD.");
    }

    private static MailSecurity SecurityOf(Uri uri, string? tls) => (tls?.ToLowerInvariant(), uri.Scheme) switch
    {
        (null or "implicit", "smtps") => MailSecurity.Implicit,
        (not null, "smtps") => throw new FormatException("smtps is TLS from the beginning. Write smtp://host:port, or take LANYARD_MAIL_TLS away."),
        ("none", _) => MailSecurity.None,
        ("starttls", _) => MailSecurity.StartTls,
        ("implicit", _) => MailSecurity.Implicit,
        (null, _) => IsLoopback(uri) ? MailSecurity.None : MailSecurity.StartTls,
        _ => throw new FormatException("LANYARD_MAIL_TLS is none, starttls or implicit."),
    };

    private static bool IsLoopback(Uri uri) => uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static string? PasswordOf(MailSettings settings)
    {
        if (settings.PasswordFile is not { } file)
        {
            return settings.Password;
        }

        if (settings.Password is not null)
        {
            throw new FormatException("Set LANYARD_MAIL_PASSWORD_FILE or LANYARD_MAIL_PASSWORD, not both.");
        }

        return SettingFile.ReadSecret(file, "the password of the mail server");
    }

    private static X509Certificate2Collection? AuthoritiesOf(string? file)
    {
        if (file is null)
        {
            return null;
        }

        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPem(SettingFile.Read(file, "the certificates that the mail server is checked against"));
        }
        catch (CryptographicException)
        {
            found.Clear();
        }

        return found.Count > 0 ? found : throw new FormatException($"{file} holds no certificate. It should be a PEM file.");
    }
}
