using Lanyard.Domain.People;
using Lanyard.Domain.Policies;
using Lanyard.Workflows.Notices;

namespace Lanyard.Web.Features.Notices;

/// <summary>A notice as it is kept.</summary>
/// <param name="Recipient">Whom it is for.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Policy">The policy it is about; <see langword="null"/> if it is about none.</param>
/// <param name="Address">Where it waits, within the application.</param>
/// <param name="Text">What it says.</param>
/// <param name="Day">The day on which it was made, in the United Kingdom.</param>
/// <param name="Made">The moment.</param>
/// <param name="ReadAt">When the person marked it as read; <see langword="null"/> if they have not.</param>
/// <param name="Mail">What has become of its letter.</param>
/// <param name="IsOver">Whether nothing waits any more: it was done, or its time has passed.</param>
public sealed record KeptNotice(PersonId Recipient, NoticeKind Kind, PolicyId? Policy, string Address, string Text, DateOnly Day, DateTimeOffset Made, DateTimeOffset? ReadAt, MailState Mail, bool IsOver = false)
{
    /// <summary>Whether something still waits that the person has not marked as read.</summary>
    public bool IsUnread => ReadAt is null && !IsOver;
}
