namespace Lanyard.Import.Apart;

/// <summary>Why a foreign file was not read.</summary>
public enum ApartProblem
{
    /// <summary>It was read.</summary>
    None,

    /// <summary>The process could not be started.</summary>
    NotStarted,

    /// <summary>It ran longer than it may.</summary>
    TooLong,

    /// <summary>It took more memory, or answered more, than it may.</summary>
    TooMuch,

    /// <summary>It broke off.</summary>
    Broken,
}
