using Lanyard.Records.Storage;

namespace Lanyard.Web.Infrastructure;

/// <summary>What people and programs are told when nothing can be written.</summary>
internal static class NotWrittenWords
{
    /// <summary>After how many seconds to try again.</summary>
    public const string RetryAfterSeconds = "10";

    /// <summary>Says in plain words what stands in the way.</summary>
    public static string Of(NotWrittenCause cause) => cause switch
    {
        NotWrittenCause.Busy => "Nothing was saved: too much is being saved at the moment. Wait a few seconds, then "
            + "send it again.",
        NotWrittenCause.Full => "Nothing was saved: the disk of the server is full. Keep this page open, tell the "
            + "person who looks after Lanyard, and send it again when there is room.",
        NotWrittenCause.ReadOnly or NotWrittenCause.Damaged =>
            "Nothing was saved: pages can only be read at the moment. Keep this page open, and tell the person who "
            + "looks after Lanyard.",
        _ => "Nothing was saved: the server could not write. Keep this page open, tell the person who looks after "
            + "Lanyard, and try again in a minute.",
    };

    /// <summary>Marks an answer as one to ask for again later.</summary>
    public static void Mark(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetryAfterSeconds;
    }
}
