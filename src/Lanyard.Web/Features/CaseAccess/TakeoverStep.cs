namespace Lanyard.Web.Features.CaseAccess;

/// <summary>What somebody who looks after people can do to the account of another. Two of these together open it.</summary>
public enum TakeoverStep
{
    /// <summary>A sign-in link is made.</summary>
    Link,

    /// <summary>A second factor is taken away.</summary>
    Reset,

    /// <summary>The address is changed, to which letters go.</summary>
    Address,
}
