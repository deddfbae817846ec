using System.ComponentModel;
using System.Diagnostics;

namespace Lanyard.Cli.Output;

/// <summary>Takes the text out of a PDF with the program pdftotext, which does nothing else and reads only that file.</summary>
internal static class PdfText
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <exception cref="Misuse">The program is not installed, takes too long, or cannot read the file.</exception>
    public static async Task<string> ReadAsync(string path, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("pdftotext", ["-layout", "-enc", "UTF-8", Path.GetFullPath(path), "-"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            using var program = Process.Start(start) ?? throw new Misuse("The program pdftotext could not be started.");
            try
            {
                var errors = program.StandardError.ReadToEndAsync(limit.Token);
                var text = await program.StandardOutput.ReadToEndAsync(limit.Token);
                await program.WaitForExitAsync(limit.Token);
                await errors;
                return program.ExitCode == 0 ? text : throw new Misuse($"{path} is a damaged or locked PDF. Open it, save it again without a password, and try once more.");
            }
            catch (OperationCanceledException)
            {
                program.Kill(entireProcessTree: true);
                throw new Misuse($"{path} takes longer than a minute to read, so it was given up.");
            }
        }
        catch (Win32Exception)
        {
            throw new Misuse("To import a PDF, the program pdftotext is needed (Debian: apt-get install poppler-utils). Or save the document as DOCX or text.");
        }
    }
}
