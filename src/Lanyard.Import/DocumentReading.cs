using System.Text.Json;
using Lanyard.Import.Apart;

namespace Lanyard.Import;

/// <summary>Reads a foreign document in a process of its own, so that a hostile one harms nothing.</summary>
public static class DocumentReading
{
    /// <summary>What the reader is called where a process is started for it.</summary>
    public const string Name = "document";

    private static readonly ApartLimits Limits = new(
        TimeSpan.FromSeconds(30),
        MostMemory: 768L * 1024 * 1024,
        MostOutput: 24 * 1024 * 1024
    );

    /// <summary>Reads a document: the draft's clauses and notes, or why it could not be read. Plain text is read
    /// here.</summary>
    public static async Task<ImportResult> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        if (!PolicyImport.IsForeign(bytes))
        {
            return PolicyImport.Read(bytes);
        }

        var (output, problem) = await ApartProcess.ReadAsync(Name, bytes, Limits, cancel);
        return problem == ApartProblem.None && Result(output) is { } result ? result : new(null, InWords(problem));
    }

    /// <summary>The reader itself, as it runs in the other process.</summary>
    public static byte[] Read(byte[] file) =>
        JsonSerializer.SerializeToUtf8Bytes(PolicyImport.Read(file), ImportJson.Default.ImportResult);

    private static ImportResult? Result(byte[] output)
    {
        try
        {
            return JsonSerializer.Deserialize(output, ImportJson.Default.ImportResult);
        }
        catch (JsonException)
        {
            return null; // it ended in the middle of its answer
        }
    }

    private static string InWords(ApartProblem problem) =>
        problem switch
        {
            ApartProblem.TooLong =>
                "This document takes too long to read, so it was given up. Save its text alone as DOCX or plain "
                    + "text, and try once more.",
            ApartProblem.TooMuch =>
                "This document needs more memory or says more than any policy does, so it was given up. Is it the "
                    + "right file?",
            ApartProblem.NotStarted =>
                "The program that reads documents could not be started on this machine. Save the document as plain "
                    + "text, or tell the administrator.",
            _ => "This document is damaged. Open it, save it again, and try once more.",
        };
}
