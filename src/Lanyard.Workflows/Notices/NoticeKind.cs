namespace Lanyard.Workflows.Notices;

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    /// <summary>A consultation is open.</summary>
    ConsultationOpen,

    /// <summary>A version in force asks somebody to accept it.</summary>
    AcceptanceAsked,

    /// <summary>Somebody was asked to accept a version and has not.</summary>
    AcceptanceReminder,

    /// <summary>People were reminded for the last time and have still not accepted.</summary>
    AcceptanceOutstanding,

    /// <summary>A review is coming due.</summary>
    ReviewDue,

    /// <summary>A review is overdue.</summary>
    ReviewOverdue,

    /// <summary>The condition of a ratification still waits to be met.</summary>
    ConditionWaiting,

    /// <summary>Somebody else changed how the person signs in.</summary>
    SignInChanged,

    /// <summary>Who sees cases, or how they sign in, was changed or is to be.</summary>
    CaseRoles,
}
