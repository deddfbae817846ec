using System.Security.Cryptography;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Records.Storage;
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
            kept => (kept.Value.By == who.Id && kept.Value.IsWaiting) || IsOver(kept.Value))
            .Select(kept => kept.Place.Key), cancel);
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes));
        await rows.TryPutAsync(
            name, new(who.Id, fileName, file, recordsLeavers, clock.GetUtcNow() + Lasts, ImportAnswers.None),
            version: 0, [Term(who.Id)], sort: "", cancel);
        return name;
    }

    /// <summary>The file of that name, for whoever uploaded it.</summary>
    public async Task<KeptImport?> FindAsync(Who who, string name, CancellationToken cancel) =>
        await Rows(who).FindAsync(name, cancel) is { } kept && kept.Value.By == who.Id
        && !IsOver(kept.Value) ? kept.Value : null;

    /// <summary>Keeps what was said about a file, or came of it, with it.</summary>
    public async Task ChangeAsync(Who who, string name, Func<KeptImport, KeptImport> change, CancellationToken cancel)
    {
        if (await Rows(who).FindAsync(name, cancel) is { } kept && kept.Value.By == who.Id)
        {
            await Rows(who).TryPutAsync(name, change(kept.Value), kept.Version, [Term(who.Id)], sort: "", cancel);
        }
    }

    /// <summary>The files of somebody, confirmed or imported, newest first.</summary>
    public async Task<IReadOnlyList<(string Name, KeptImport Import)>> OfAsync(Who who, CancellationToken cancel) =>
        [.. (await Rows(who).ListAsync(cancel, Term(who.Id)))
            .Where(kept => !kept.Value.IsWaiting && !IsOver(kept.Value))
            .OrderByDescending(kept => kept.Value.Ends).Select(kept => (kept.Place.Key, kept.Value))];

    /// <summary>The imports of an organisation that are confirmed and not finished.</summary>
    public async Task<IReadOnlyList<string>> RunningAsync(OrganisationId organisation, CancellationToken cancel) =>
        [.. (await Rows(organisation).ListAsync(cancel))
            .Where(kept => kept.Value is { Run: not null, Outcome: null }).Select(kept => kept.Place.Key)];

    /// <summary>An import that is confirmed and not finished.</summary>
    public async Task<KeptImport?> FindRunningAsync(
        OrganisationId organisation, string name, CancellationToken cancel) =>
        await Rows(organisation).FindAsync(name, cancel) is { Value: { Run: not null, Outcome: null } import }
            ? import : null;

    /// <summary>How far an import has come; <see langword="null"/> if nothing of it is written yet.</summary>
    public async Task<ImportProgress?> ProgressAsync(Who who, string name, CancellationToken cancel) =>
        (await Progress(who.At).FindAsync(name, cancel))?.Value;

    /// <summary>Notes within a transaction how far an import has come.</summary>
    public Task NoteAsync(IRecordTransaction write, string name, ImportProgress progress, CancellationToken cancel) =>
        Progress(write.Organisation).PutAsync(write, name, progress, [], sort: "", cancel);

    /// <summary>Keeps what came of an import, and forgets the file.</summary>
    public async Task FinishAsync(Who who, string name, ImportOutcome outcome, CancellationToken cancel)
    {
        await ChangeAsync(who, name, kept => kept with
        {
            Outcome = outcome, File = new([], IsBundle: false), Ends = clock.GetUtcNow() + OutcomeLasts,
        }, cancel);
        await Progress(who.At).RemoveAsync([name], cancel);
    }

    /// <summary>Notes that a fault stopped an import.</summary>
    public async Task StopAsync(OrganisationId organisation, string name, CancellationToken cancel)
    {
        if (await Rows(organisation).FindAsync(name, cancel) is { Value: { Run: { } run, Outcome: null } import } kept)
        {
            await Rows(organisation).TryPutAsync(
                name, import with { Run = run with { IsStopped = true } }, kept.Version, [Term(import.By)], sort: "",
                cancel);
        }
    }

    /// <summary>Forgets a file.</summary>
    public Task ForgetAsync(Who who, string name, CancellationToken cancel) => Rows(who).RemoveAsync([name], cancel);

    private static string Term(PersonId person) => $"by={person}";

    private bool IsOver(KeptImport import) =>
        import.Ends < clock.GetUtcNow() && (import.Run is null || import.Outcome is not null);

    private KeptRows<KeptImport> Rows(Who who) => Rows(who.At);

    private KeptRows<KeptImport> Rows(OrganisationId organisation) => new(book.Store, organisation, "people-import");

    private KeptRows<ImportProgress> Progress(OrganisationId organisation) =>
        new(book.Store, organisation, "people-import-progress");
}
