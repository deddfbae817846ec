using System.Security.Cryptography;
using System.Text;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People.Import;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>Remembers what was said about files, so that the next one of its form is not asked about again.</summary>
/// <remarks>Titles and year groups count for all files; columns for those with the same headers. Which school a file is
/// of is asked each time: two schools' files look alike.</remarks>
public sealed class ImportMemory(RecordBook book)
{
    private const string All = "all";
    private const int MostWords = 500;

    /// <summary>What was said, together with what was said about this very file.</summary>
    public async Task<ImportAnswers> RecallAsync(Who who, PeopleFile file, ImportAnswers said, CancellationToken cancel)
    {
        var (all, form) = (await FindAsync(who, All, cancel), await FindAsync(who, Key(file), cancel));
        return said with { Titles = all.Titles.SetItems(said.Titles), Years = all.Years.SetItems(said.Years),
            Columns = form.Columns.SetItems(said.Columns) };
    }

    /// <summary>Remembers what was said about a file.</summary>
    public async Task RememberAsync(Who who, PeopleFile file, ImportAnswers said, CancellationToken cancel)
    {
        await ChangeAsync(
            who, All, words =>
            words with { Titles = words.Titles.SetItems(said.Titles), Years = words.Years.SetItems(said.Years) },
            cancel);
        if (file.Form.Length > 0)
        {
            await ChangeAsync(
                who, Key(file), words => words with { Columns = words.Columns.SetItems(said.Columns) }, cancel);
        }
    }

    private static string Key(PeopleFile file) =>
        $"form-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Form)))}";

    private async Task<ImportWords> FindAsync(Who who, string key, CancellationToken cancel) =>
        (await Rows(who).FindAsync(key, cancel))?.Value ?? ImportWords.None;

    private async Task ChangeAsync(Who who, string key, Func<ImportWords, ImportWords> change, CancellationToken cancel)
    {
        var kept = await Rows(who).FindAsync(key, cancel);
        var words = change(kept?.Value ?? ImportWords.None);
        if (words.Titles.Count <= MostWords && words.Years.Count <= MostWords && words.Columns.Count <= MostWords)
        {
            await Rows(who).TryPutAsync(key, words, kept?.Version ?? 0, [], sort: "", cancel);
        }
    }

    private KeptRows<ImportWords> Rows(Who who) => new(book.Store, who.At, "people-import-words");
}
