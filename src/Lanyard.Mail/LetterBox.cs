namespace Lanyard.Mail;

/// <summary>Where letters are handed in: opens connections to the mail server, and signs in to it.</summary>
/// <param name="server">The server.</param>
/// <param name="clock">The clock, by which tokens end.</param>
public sealed class LetterBox(MailServer server, TimeProvider clock) : IDisposable
{
    private readonly MailTokens? _tokens = server.OAuth is { } way ? new(way, clock) : null;

    /// <summary>Connects, encrypts and signs in, as the server is set up.</summary>
    /// <exception cref="MailException">One of these did not work.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public Task<MailConnection> OpenAsync(CancellationToken cancel) =>
        MailConnection.OpenAsync(server, _tokens, cancel);

    /// <inheritdoc/>
    public void Dispose() => _tokens?.Dispose();
}
