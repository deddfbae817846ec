using System.Globalization;
using Lanyard.Decisions.Understanding;
using Lanyard.Domain.Vocabulary;
using Lanyard.Import;
using Lanyard.Web.Features.Policies.EditDraft;

namespace Lanyard.Web.Features.Policies.AddPolicy;

/// <summary>Turns an uploaded document into the text of a draft. An upload is hostile until it has been read as plain text.</summary>
public sealed class DocumentImport
{
    private const int MostBytes = 8 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string TooLong = string.Create(CultureInfo.InvariantCulture, $"The document comes to a draft of more than {DraftChecks.LongestText:N0} characters, which is more than a policy has. Leave out what is no policy, or split it");

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
        var result = await DocumentReading.ReadAsync(bytes.ToArray(), cancel);
        return result.Document is { } read ? Draft(read, Path.GetFileName(document.FileName), organisation, cancel) : (null, result.Problem);
    }

    // A draft must be short enough for the editor, and nobody waits longer than this for one.
    private (string? Text, string? Problem) Draft(ImportedDocument read, string source, string organisation, CancellationToken cancel)
    {
        if (read.Clauses.Sum(clause => clause.Paragraphs.Sum(paragraph => paragraph.Text.Length)) > DraftChecks.LongestText)
        {
            return (null, TooLong);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            var draft = PolicyDraft.Write(read, source, organisation, sentence =>
            {
                patience.Token.ThrowIfCancellationRequested();
                return _proposer.Value.Propose(sentence);
            });
            return draft.Length <= DraftChecks.LongestText ? (draft, null) : (null, TooLong);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (null, "Reading this document took too long. Split it, or save the rules alone, then try once more");
        }
    }
}
