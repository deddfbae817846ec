using System.Collections.Immutable;
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

    private static readonly string TooLong = string.Create(CultureInfo.InvariantCulture, $"The document comes to a draft of more than {DraftChecks.LongestText:N0} characters, which is more than a policy has. Leave out what is no policy, or split it");

    /// <summary>How long proposals are sought for one document.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

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

    // A draft must be short enough for the editor, and nobody waits longer than this for proposals: the rest comes without.
    private (string? Text, string? Problem) Draft(
        ImportedDocument read,
        string source,
        string organisation,
        CancellationToken cancel
    )
    {
        if (
            read.Clauses.Sum(clause => clause.Paragraphs.Sum(paragraph => paragraph.Text.Length))
            > DraftChecks.LongestText
        )
        {
            return (null, TooLong);
        }

        using var patience = new CancellationTokenSource(Patience);
        var proposals = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        var left = 0;
        var draft = PolicyDraft.Write(read, source, organisation, Propose);
        if (left > 0)
        {
            var note = $"for {left} sentences no proposal was sought, since the document is long";
            draft = PolicyDraft.Write(read with { Notes = read.Notes.Add(note) }, source, organisation, Propose);
        }

        return draft.Length <= DraftChecks.LongestText ? (draft, null) : (null, TooLong);

        ImmutableArray<string> Propose(string sentence)
        {
            cancel.ThrowIfCancellationRequested();
            if (!proposals.TryGetValue(sentence, out var found))
            {
                var isLate = patience.IsCancellationRequested;
                left += isLate ? 1 : 0;
                proposals[sentence] = found = isLate ? [] : _proposer.Value.Propose(sentence);
            }

            return found;
        }
    }
}
