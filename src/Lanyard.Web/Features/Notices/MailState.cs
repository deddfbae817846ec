namespace Lanyard.Web.Features.Notices;

/// <summary>What has become of the letter of a notice.</summary>
public enum MailState
{
    /// <summary>There is none: no mail server was named, or the person has no address, no account or wants no
    /// mail.</summary>
    None,

    /// <summary>It waits in the outbox.</summary>
    Waiting,

    /// <summary>A mail server has taken it.</summary>
    Sent,

    /// <summary>No mail server took it for so long that it was given up, or the mail server refused it for
    /// good.</summary>
    GivenUp,
}
