using Lanyard.Domain.Organisations;
using Lanyard.Policy.Publishing;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Web.Features.Public.ReadPolicy;

/// <summary>What public pages show, kept by the hash of the text: a page is shown again without compiling its text again.
/// Safe to share between threads.</summary>
public sealed class PublicTexts(PolicyShelf shelf)
{
    private const long Most = 64 * 1024 * 1024; // bytes, for about a thousand texts
    private const int BytesOfALetter = 2;

    private readonly RecentOnes<PublicText> _kept = new(Most, text => (long)text.Html.Length * BytesOfALetter);

    /// <summary>What is shown of a text that an organisation has put in force; <see langword="null"/> if it has errors or
    /// is not there.</summary>
    /// <param name="organisation">Whose record names the text.</param>
    /// <param name="hash">The hash of the text.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<PublicText?> FindAsync(OrganisationId organisation, string hash, CancellationToken cancel)
    {
        if (_kept.Find(hash) is { } known)
        {
            return known;
        }

        return await shelf.FindAsync(organisation, hash, cancel) is not { Policy: { } policy } ? null
            : _kept.Add(hash, new(PolicyPage.Body(policy), [.. policy.Document.Clauses
                .Where(clause => clause.Level == 2).Select(clause => (clause.Id, clause.Heading))]));
    }
}
