using System.CommandLine;
using System.Net.Mail;
using Lanyard.Cli.Output;
using Lanyard.Mail;

namespace Lanyard.Cli.Commands;

/// <summary>The options about the mail server. The password is none of them, for whoever sees the processes of a machine sees their options.</summary>
internal sealed class MailOptions
{
    private readonly Option<string?> _address = Make("--mail", "LANYARD_MAIL", "The mail server, as smtp://host:port or smtps://host:port. Without one, no mail is sent.", "URL");
    private readonly Option<string?> _tls = Make("--mail-tls", "LANYARD_MAIL_TLS", "How the way there is encrypted: none, starttls or implicit.", "TLS");
    private readonly Option<string?> _user = Make("--mail-user", "LANYARD_MAIL_USER", "The name to sign in to the mail server with.", "NAME");
    private readonly Option<string?> _passwordFile = Make("--mail-password-file", "LANYARD_MAIL_PASSWORD_FILE", "The file that holds the password for it.", "FILE");
    private readonly Option<string?> _authorities = Make("--mail-ca", "LANYARD_MAIL_CA", "The only certificates that the mail server is checked against, as a PEM file.", "FILE");

    private readonly Option<string?> _oauth = Make("--mail-oauth", "LANYARD_MAIL_OAUTH",
        "Who gives tokens in place of a password: microsoft:TENANT, google, or a token endpoint.", "SERVICE");
    private readonly Option<string?> _clientId = Make("--mail-client-id", "LANYARD_MAIL_CLIENT_ID",
        "The id under which Lanyard is registered there.", "ID");
    private readonly Option<string?> _clientSecretFile = Make("--mail-client-secret-file",
        "LANYARD_MAIL_CLIENT_SECRET_FILE", "The file that holds the secret of that registration.", "FILE");
    private readonly Option<string?> _refreshTokenFile = Make("--mail-refresh-token-file",
        "LANYARD_MAIL_REFRESH_TOKEN_FILE", "The file that holds the refresh token of a mailbox.", "FILE");
    private readonly Option<string?> _scope = Make("--mail-scope", "LANYARD_MAIL_SCOPE",
        "What to ask a token for, where the service has another name for sending mail.", "SCOPE");

    public void AddTo(Command command)
    {
        foreach (var option in new[] { _address, _tls, _user, _passwordFile, _authorities, _oauth, _clientId,
            _clientSecretFile, _refreshTokenFile, _scope })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The mail server; <see langword="null"/> if none is named.</summary>
    public MailServer? Read(ParseResult parsed)
    {
        if (parsed.GetValue(_address) is not { } address)
        {
            return null;
        }

        try
        {
            return MailServer.Read(new()
            {
                Address = address,
                Tls = parsed.GetValue(_tls),
                User = parsed.GetValue(_user),
                Password = Set("LANYARD_MAIL_PASSWORD"),
                PasswordFile = parsed.GetValue(_passwordFile),
                AuthorityFile = parsed.GetValue(_authorities),
                OAuth = parsed.GetValue(_oauth),
                ClientId = parsed.GetValue(_clientId),
                ClientSecretFile = parsed.GetValue(_clientSecretFile),
                RefreshTokenFile = parsed.GetValue(_refreshTokenFile),
                Scope = parsed.GetValue(_scope),
            });
        }
        catch (FormatException problem)
        {
            throw new Misuse(problem.Message);
        }
    }

    /// <summary>Whom mail comes from.</summary>
    public static string Sender(string from) => MailAddress.TryCreate(from, out _) ? from
        : throw new Misuse(
            $"`{from}` is no address that mail can come from. Give --mail-from one such as lanyard@school.example.");

    private static Option<string?> Make(string name, string variable, string description, string helpName) =>
        new(name) { Description = description, DefaultValueFactory = _ => Set(variable), HelpName = helpName };

    private static string? Set(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
