using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Lanyard.Mail;

/// <summary>Says what the many ways in which a mail server fails come to.</summary>
internal static class MailFaults
{
    private const int Closing = 421;
    private const int NotNow = 454;
    private const int SignInFirst = 530;

    /// <summary>Does something with a server, and lets every way in which that can fail be read as one.</summary>
    /// <param name="act">What is done.</param>
    /// <param name="read">Reads what was thrown.</param>
    public static async Task GuardAsync(Func<Task> act, Func<Exception, MailException> read)
    {
        try
        {
            await act();
        }
        catch (CommandException problem)
        {
            throw read(problem);
        }
        catch (AuthenticationException problem)
        {
            throw read(problem);
        }
        catch (SslHandshakeException problem)
        {
            throw read(problem);
        }
        catch (NotSupportedException problem)
        {
            throw read(problem);
        }
        catch (ProtocolException problem)
        {
            throw read(problem);
        }
        catch (ServiceNotAuthenticatedException problem)
        {
            throw read(problem);
        }
        catch (ServiceNotConnectedException problem)
        {
            throw read(problem);
        }
        catch (IOException problem)
        {
            throw read(problem);
        }
        catch (SocketException problem)
        {
            throw read(problem);
        }
    }

    /// <summary>What kept a connection from being opened.</summary>
    /// <param name="problem">What was thrown.</param>
    /// <param name="isBelieved">Whether the certificate was believed.</param>
    public static MailException Opening(Exception problem, bool isBelieved) => problem switch
    {
        SslHandshakeException =>
            new(isBelieved ? MailProblem.NotReached : MailProblem.CertificateNotBelieved, inner: problem),
        NotSupportedException => new(MailProblem.WithoutTls, inner: problem),
        SmtpCommandException refused => new(MailProblem.NotReached, (int)refused.StatusCode, problem),
        AuthenticationException => SigningIn(problem),
        _ => new(MailProblem.NotReached, inner: problem),
    };

    /// <summary>What kept a letter from being taken over an open connection.</summary>
    public static MailException Sending(Exception problem) => problem switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } refused =>
            new(MailProblem.SenderRefused, (int)refused.StatusCode, problem),
        SmtpCommandException refused when (int)refused.StatusCode == Closing =>
            new(MailProblem.BrokenOff, Closing, problem),
        SmtpCommandException refused => Refused(refused),
        ServiceNotAuthenticatedException => new(MailProblem.SignInRefused, SignInFirst, problem),
        _ => new(MailProblem.BrokenOff, inner: problem),
    };

    private static MailException Refused(SmtpCommandException refused)
    {
        var code = (int)refused.StatusCode;
        return new(MailProblem.LetterRefused, code, refused,
            MailRefusals.Of(code, refused.Message, refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted));
    }

    // A server that cannot look passwords up just now is no server that refuses them.
    private static MailException SigningIn(Exception problem)
    {
        var code = problem.InnerException is SmtpCommandException refused ? (int)refused.StatusCode : 0;
        return new(code == NotNow ? MailProblem.NotReached : MailProblem.SignInRefused, code, problem);
    }
}
