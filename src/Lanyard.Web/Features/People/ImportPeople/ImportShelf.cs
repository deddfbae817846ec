using System.Security.Cryptography;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People.Import;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>Keeps uploaded files on the server until they are confirmed, so that the browser is not asked what was in them.</summary>
public sealed class ImportShelf(RecordBook book, TimeProvider clock)
{
    private const int NameBytes = 16;

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    /// <summary>How long what came of a file can be read.</summary>
    public static readonly TimeSpan OutcomeLasts = TimeSpan.FromDays(30);

    /// <summary>Keeps a file, in place of an earlier one of the same person; what it answers is the name to find it by.</summary>
    public async Task<string> KeepAsync(
        Who who, string fileName, PeopleFile file, bool recordsLeavers, CancellationToken cancel)
    {
        var rows = Rows(who);
        var old = await rows.ListAsync(cancel);
        await rows.RemoveAsync(
            old.Where(
            kept => (kept.Value.By == who.Id && kept.Value.Outcome is null) || kept.Value.Ends < clock.GetUtcNow())
            .Select(kept => kept.Place.Key), cancel);
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes));
        await rows.TryPutAsync(
            name, new(who.Id, fileName, file, recordsLeavers, clock.GetUtcNow() + Lasts, ImportAnswers.None),
            version: 0, [Term(who.Id)], sort: "", cancel);
        return name;
    }

    /// <summary>The file of that name, for whoever uploaded it.</summary>
    public async Task<KeptImport?> FindAsync(Who who, string name, CancellationToken cancel) =>
        await Rows(who).FindAsync(name, cancel) is { } kept && kept.Value.By == who.Id && kept.Value.Ends >= clock.GetUtcNow() ? kept.Value : null;

    /// <summary>Keeps what was said about a file, or came of it, with it.</summary>
    public async Task ChangeAsync(Who who, string name, Func<KeptImport, KeptImport> change, CancellationToken cancel)
    {
        if (await Rows(who).FindAsync(name, cancel) is { } kept && kept.Value.By == who.Id)
        {
            await Rows(who).TryPutAsync(name, change(kept.Value), kept.Version, [Term(who.Id)], sort: "", cancel);
        }
    }

    /// <summary>Forgets a file.</summary>
    public Task ForgetAsync(Who who, string name, CancellationToken cancel) => Rows(who).RemoveAsync([name], cancel);

    private static string Term(PersonId person) => $"by={person}";

    private KeptRows<KeptImport> Rows(Who who) => new(book.Store, who.At, "people-import");
}
