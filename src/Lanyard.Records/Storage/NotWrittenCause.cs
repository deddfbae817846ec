namespace Lanyard.Records.Storage;

/// <summary>Why nothing was written.</summary>
public enum NotWrittenCause
{
    /// <summary>Somebody else was writing, for longer than anybody is made to wait.</summary>
    Busy,

    /// <summary>There is no room left.</summary>
    Full,

    /// <summary>The disk failed to read or to write.</summary>
    DiskFault,

    /// <summary>There was not enough memory.</summary>
    NoMemory,

    /// <summary>The file or its disk may only be read.</summary>
    ReadOnly,

    /// <summary>What is kept is damaged, so nothing is added to it.</summary>
    Damaged,
}
