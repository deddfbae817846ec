namespace Lanyard.Records.Storage;

/// <summary>Nothing was written, through no fault of what was to be written: the same may work later.</summary>
/// <param name="cause">Why.</param>
/// <param name="inner">What the store said; <see langword="null"/> if it was never asked.</param>
public sealed class NotWrittenException(NotWrittenCause cause, Exception? inner = null)
    : IOException(Words(cause), inner)
{
    /// <summary>Why.</summary>
    public NotWrittenCause Cause => cause;

    private static string Words(NotWrittenCause cause) => cause switch
    {
        NotWrittenCause.Busy => "Nothing was written: somebody else is writing to the records, and does not come to "
            + "an end.",
        NotWrittenCause.Full => "Nothing was written: the disk that holds the records is full.",
        NotWrittenCause.DiskFault => "Nothing was written: the disk that holds the records failed.",
        NotWrittenCause.NoMemory => "Nothing was written: there was not enough memory.",
        NotWrittenCause.ReadOnly => "Nothing was written: the records may only be read.",
        NotWrittenCause.Damaged => "Nothing was written: the records are damaged. Run `lanyard verify`.",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, message: null),
    };
}
