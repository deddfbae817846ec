using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Lanyard.Web.Infrastructure;

/// <summary>Takes the text out of a PDF with the program pdftotext, which reads from its input, writes to its output, and is given no file.</summary>
public static class PdfText
{
    private const int MostLetters = 4_000_000; // a thousand pages and more

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The text, or why there is none.</summary>
    public static async Task<(string Text, PdfProblem Problem)> ReadAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        using var program = Start();
        if (program is null)
        {
            return ("", PdfProblem.NoProgram);
        }

        try
        {
            var (output, errors) = (WithinAsync(program.StandardOutput, limit.Token), WithinAsync(program.StandardError, limit.Token));
            await program.StandardInput.BaseStream.WriteAsync(pdf, limit.Token);
            program.StandardInput.Close();
            var text = await output;
            await errors;
            await program.WaitForExitAsync(limit.Token);
            return program.ExitCode == 0 ? (text, PdfProblem.None) : ("", PdfProblem.Unreadable);
        }
        catch (IOException)
        {
            return ("", PdfProblem.Unreadable); // it went before it had read everything
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return ("", PdfProblem.TooMuch);
        }
        finally
        {
            program.Kill(entireProcessTree: true); // does nothing to a program that has ended
        }
    }

    private static Process? Start()
    {
        var start = new ProcessStartInfo("pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <exception cref="OperationCanceledException">There is more than anybody writes, or it takes too long.</exception>
    private static async Task<string> WithinAsync(StreamReader from, CancellationToken cancel)
    {
        var (text, part) = (new StringBuilder(), new char[16_384]);
        while (await from.ReadAsync(part, cancel) is > 0 and var count)
        {
            text.Append(part, 0, count);
            if (text.Length > MostLetters)
            {
                throw new OperationCanceledException("The text of the PDF is longer than any policy.");
            }
        }

        return text.ToString();
    }
}
