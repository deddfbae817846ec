using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Lanyard.Decisions.Understanding;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Import;

namespace Lanyard.Web.Features.Policies.AddPolicy;

/// <summary>Turns an uploaded document into the text of a draft. An upload is hostile until it has been read as plain text.</summary>
public sealed class DocumentImport
{
    private const int MostBytes = 8 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly Lazy<Proposer> _proposer = new(() => new(Lexicon.Shipped));

    /// <summary>The text, or what is wrong with the document and what to do about it.</summary>
    public async Task<(string? Text, string? Problem)> ReadAsync(IFormFile document, string organisation, CancellationToken cancel)
    {
        if (document.Length is 0 or > MostBytes)
        {
            return (null, document.Length == 0 ? "The document is empty" : "The document must be smaller than 8 megabytes");
        }

        using var bytes = new MemoryStream();
        await document.CopyToAsync(bytes, cancel);
        var content = bytes.ToArray();
        var isPdf = content.AsSpan().StartsWith("%PDF"u8);
        var (pdf, problem) = isPdf ? await PdfAsync(content, cancel) : (null, null);
        if (problem is not null)
        {
            return (null, problem);
        }

        var result = pdf is null ? PolicyImport.Read(content) : PolicyImport.ReadPdfText(pdf);
        return result.Document is { } read
            ? (PolicyDraft.Write(read, Path.GetFileName(document.FileName), organisation, _proposer.Value.Propose), null)
            : (null, result.Problem);
    }

    // The program reads from its input and writes to its output, and sees no file of ours.
    private static async Task<(string? Text, string? Problem)> PdfAsync(byte[] content, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            using var program = Process.Start(start) ?? throw new Win32Exception();
            try
            {
                var output = program.StandardOutput.ReadToEndAsync(limit.Token);
                var errors = program.StandardError.ReadToEndAsync(limit.Token);
                await program.StandardInput.BaseStream.WriteAsync(content, limit.Token);
                program.StandardInput.Close();
                var text = await output;
                await errors;
                await program.WaitForExitAsync(limit.Token);
                return program.ExitCode == 0 ? (text, null) : (null, "This PDF is damaged or locked. Save it again without a password, then try once more");
            }
            catch (Exception problem) when (problem is OperationCanceledException or IOException)
            {
                program.Kill(entireProcessTree: true);
                return (null, "This PDF cannot be read. Save the document as DOCX or text, then try once more");
            }
        }
        catch (Win32Exception)
        {
            return (null, "This server cannot read PDFs, because the program pdftotext is not installed. Save the document as DOCX or text");
        }
    }
}
