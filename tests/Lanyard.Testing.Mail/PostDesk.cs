using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Lanyard.Testing.Mail;

/// <summary>What the mail server of the tests answers and keeps. Apart from it, since the library disposes of a store
/// with each session.</summary>
internal sealed class PostDesk : MessageStore, IMailboxFilter, IUserAuthenticator
{
    /// <summary>What was taken, in order.</summary>
    public ConcurrentQueue<TakenLetter> Letters { get; } = new();

    /// <summary>Each recipient that was named, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What recipients are answered, if it is not yes.</summary>
    public ConcurrentDictionary<string, SmtpResponse> Refused { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        var bytes = buffer.ToArray();
        using var stream = new MemoryStream(bytes);
        Letters.Enqueue(new(
            string.Join(", ", transaction.To.Select(to => to.AsAddress())),
            context.Authentication.IsAuthenticated,
            MimeMessage.Load(stream, cancellationToken),
            Encoding.UTF8.GetString(bytes)));
        return Task.FromResult(SmtpResponse.Ok);
    }

    /// <inheritdoc/>
    public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size,
        CancellationToken cancellationToken) => Task.FromResult(true);

    /// <inheritdoc/>
    public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from,
        CancellationToken cancellationToken)
    {
        Asked.Enqueue(to.AsAddress());
        return Refused.TryGetValue(to.AsAddress(), out var answer) ? throw new SmtpResponseException(answer)
            : Task.FromResult(true);
    }

    /// <inheritdoc/>
    public Task<bool> AuthenticateAsync(ISessionContext context, string user, string password,
        CancellationToken cancellationToken) =>
        Task.FromResult((user, password) == (PostOffice.User, PostOffice.Password));
}
