namespace Lanyard.Web.Features.Notices;

/// <summary>What a letter says.</summary>
public enum LetterKind
{
    /// <summary>That something waits. Whoever wants no mail gets none of these.</summary>
    Notice,

    /// <summary>That somebody else changed how the person signs in. It always goes out, for it may be the first that they hear of it.</summary>
    SignInChanged,

    /// <summary>A link by which the person signs in for the first time. It is made when the letter is sent, so the outbox holds no secret.</summary>
    Invitation,

    /// <summary>That who sees cases, or how they sign in, was changed. It always goes out, for it guards what others
    /// have entrusted.</summary>
    CaseRoles,
}
