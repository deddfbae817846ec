namespace Lanyard.Accounts.Passwords;

/// <summary>What came of a password that was typed.</summary>
public enum PasswordOutcome
{
    /// <summary>It is right, and its person is here.</summary>
    Right,

    /// <summary>The address or the password is wrong, or its person has left: nobody learns which.</summary>
    Wrong,

    /// <summary>It was not looked at, since too many wrong ones came before it.</summary>
    Held,

    /// <summary>It was not looked at, since too many people sign in at this moment.</summary>
    Busy,
}
