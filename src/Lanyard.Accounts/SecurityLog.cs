using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Workflows;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.Access.Cases;
using Lanyard.Workflows.People;

namespace Lanyard.Accounts;

/// <summary>Notes what those who guard the server must be able to see: a category of its own, which can be sent
/// elsewhere.</summary>
/// <remarks>
/// INVARIANT: a line holds ids, the names of routes and the network that a call came from, never a name, an address of
/// a person,
/// what they typed, or a word of a case.
/// </remarks>
public sealed partial class SecurityLog(ILoggerFactory loggers, IHttpContextAccessor http)
{
    /// <summary>The category.</summary>
    public const string Category = "Lanyard.Security";

    private const int BitsOfOldNetwork = 24;
    private const int BitsOfNetwork = 48;
    private const string Nobody = "-";

    private readonly ILogger _log = loggers.CreateLogger(Category);

    // A network, not an address: enough to see where many tries come from.
    private string Network
    {
        get
        {
            var address = http.HttpContext?.Connection.RemoteIpAddress;
            address = address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address;
            return address is null ? Nobody : NetworkOf(address);
        }
    }

    /// <summary>A password was wrong, or there is no such account.</summary>
    public void WrongPassword(PersonId? account) => LogWrongPassword(_log, Id(account), Network);

    /// <summary>A code was wrong.</summary>
    public void WrongCode(PersonId? account) => LogWrongCode(_log, Id(account), Network);

    /// <summary>A passkey was wrong.</summary>
    public void WrongPasskey() => LogWrongPasskey(_log, Network);

    /// <summary>A token of the programming interface was wrong, or has ended.</summary>
    public void WrongToken() => LogWrongToken(_log, Network);

    /// <summary>A sign-in link was wrong, used already, or has ended.</summary>
    public void WrongLink() => LogWrongLink(_log, Network);

    /// <summary>Somebody signed in.</summary>
    public void SignedIn(ClaimsPrincipal? user) =>
        LogSignedIn(_log, IdOf(user), user?.HasClaim(Accounts.SignedIn.SecondFactorClaim, "true") == true, Network);

    /// <summary>Somebody signed out.</summary>
    public void SignedOut(ClaimsPrincipal? user) => LogSignedOut(_log, IdOf(user), Network);

    /// <summary>Somebody was refused.</summary>
    /// <param name="user">Who.</param>
    /// <param name="route">The route, without what stood in the address.</param>
    /// <param name="status">With which status.</param>
    public void Refused(ClaimsPrincipal? user, string route, int status) =>
        LogRefused(_log, IdOf(user), route, status, Network);

    /// <summary>Notes from now on what is recorded about how people sign in and which roles they have.</summary>
    public void Follow(RecordBook book) => book.HasWritten += (_, written) =>
    {
        foreach (var happened in written.Events)
        {
            Note(happened, written.Author.Person);
        }
    };

    /// <summary>The network of an address, such as <c>192.0.2.0/24</c>.</summary>
    public static string NetworkOf(IPAddress address)
    {
        var bits = address.AddressFamily == AddressFamily.InterNetwork ? BitsOfOldNetwork : BitsOfNetwork;
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, bits / 8, bytes.Length - (bits / 8));
        return $"{new IPAddress(bytes)}/{bits}";
    }

    private void Note(Event happened, PersonId? by)
    {
        switch (happened)
        {
            case AccessChanged { Change: AccessChange.Locked } locked:
                LogLocked(_log, Id(locked.Person), Network);
                break;
            case AccessChanged changed:
                LogAccess(_log, changed.Change, Id(changed.Person), Id(by), Network);
                break;
            case SecondFactorReset reset:
                LogReset(_log, reset.Factor, Id(reset.Person), Id(by), Network);
                break;
            case PersonChanged changed:
                LogRoles(_log, Id(changed.Person), changed.Roles.Length, Id(by), Network);
                break;
            case CaseGrantEvent grant:
                LogCaseRole(_log, EventKinds.Kind(grant.GetType()), grant.Grant, Id(by), Network);
                break;
            case CasesOpened opened:
                LogCasesOpened(_log, Id(opened.Person), opened.Reading, Network);
                break;
            default:
                break; // nothing that guards look for
        }
    }

    private static string Id(PersonId? person) => person?.ToString() ?? Nobody;

    private static string IdOf(ClaimsPrincipal? user) => user?.FindFirstValue(ClaimTypes.NameIdentifier) ?? Nobody;

    [LoggerMessage(1, LogLevel.Warning, "wrong-password account={Account} network={Network}",
        EventName = "wrong-password")]
    private static partial void LogWrongPassword(ILogger log, string account, string network);

    [LoggerMessage(2, LogLevel.Warning, "wrong-code account={Account} network={Network}", EventName = "wrong-code")]
    private static partial void LogWrongCode(ILogger log, string account, string network);

    [LoggerMessage(3, LogLevel.Warning, "wrong-passkey network={Network}", EventName = "wrong-passkey")]
    private static partial void LogWrongPasskey(ILogger log, string network);

    [LoggerMessage(4, LogLevel.Warning, "wrong-token network={Network}", EventName = "wrong-token")]
    private static partial void LogWrongToken(ILogger log, string network);

    [LoggerMessage(5, LogLevel.Warning, "wrong-link network={Network}", EventName = "wrong-link")]
    private static partial void LogWrongLink(ILogger log, string network);

    [LoggerMessage(
        6, LogLevel.Information, "signed-in account={Account} second-factor={SecondFactor} network={Network}",
            EventName = "signed-in")]
    private static partial void LogSignedIn(ILogger log, string account, bool secondFactor, string network);

    [LoggerMessage(7, LogLevel.Information, "signed-out account={Account} network={Network}", EventName = "signed-out")]
    private static partial void LogSignedOut(ILogger log, string account, string network);

    [LoggerMessage(
        8, LogLevel.Warning, "refused account={Account} route={Route} status={Status} network={Network}",
            EventName = "refused")]
    private static partial void LogRefused(ILogger log, string account, string route, int status, string network);

    [LoggerMessage(9, LogLevel.Warning, "locked account={Account} network={Network}", EventName = "locked")]
    private static partial void LogLocked(ILogger log, string account, string network);

    [LoggerMessage(
        10, LogLevel.Information, "access-changed change={Change} account={Account} by={By} network={Network}",
            EventName = "access-changed")]
    private static partial void LogAccess(ILogger log, AccessChange change, string account, string by, string network);

    [LoggerMessage(
        11, LogLevel.Warning, "second-factor-reset factor={Factor} account={Account} by={By} network={Network}",
        EventName = "second-factor-reset")]
    private static partial void LogReset(ILogger log, SecondFactor factor, string account, string by, string network);

    [LoggerMessage(
        12, LogLevel.Information, "person-changed account={Account} roles={Roles} by={By} network={Network}",
            EventName = "person-changed")]
    private static partial void LogRoles(ILogger log, string account, int roles, string by, string network);

    [LoggerMessage(13, LogLevel.Warning, "{Kind} grant={Grant} by={By} network={Network}", EventName = "case-role")]
    private static partial void LogCaseRole(ILogger log, string kind, Guid grant, string by, string network);

    [LoggerMessage(
        14, LogLevel.Warning, "cases-opened account={Account} reading={Reading} network={Network}",
            EventName = "cases-opened")]
    private static partial void LogCasesOpened(ILogger log, string account, Guid reading, string network);
}
