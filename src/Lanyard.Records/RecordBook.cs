using System.Security.Cryptography;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;
using Lanyard.Records.Sealing;
using Lanyard.Records.Storage;
using Lanyard.Workflows;

namespace Lanyard.Records;

/// <summary>Everything that has happened in each organisation, and the registers read from it.</summary>
/// <remarks>Safe to share between threads. What is written is in the chain and in the registers, or in neither.</remarks>
public sealed class RecordBook(IRecordStore store, MasterKey master, TimeProvider clock)
{
    private static readonly Dictionary<string, IRegister> ByName = Registers.All.ToDictionary(register => register.Name, StringComparer.Ordinal);
    private static readonly Dictionary<Type, IRegister> ByRow = Registers.All.ToDictionary(register => register.RowType);

    /// <summary>Tells, after it has been written, what happened in which organisation. Whoever listens only takes note: the writer waits meanwhile.</summary>
    public event EventHandler<WrittenEventArgs>? HasWritten;

    /// <summary>Where it is kept.</summary>
    public IRecordStore Store => store;

    /// <summary>The same book for whoever writes by another clock, such as the demonstration, whose past is made up.</summary>
    /// <remarks>The chain is in the order of writing, so such a clock may not be behind what has been written already.</remarks>
    public RecordBook By(TimeProvider other) => new(store, master, other);

    /// <summary>A hash of a text under the master key: who has the store alone can neither make it nor guess the text by trying.</summary>
    public string Fingerprint(string text) => master.Fingerprint(text);

    /// <summary>Writes what happened.</summary>
    /// <param name="organisation">Where.</param>
    /// <param name="author">Who.</param>
    /// <param name="events">What, in order: all of it or none.</param>
    /// <param name="expected">The version of each subject that whoever decided this had before them. If one has changed since, nothing is written.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="also">What else is kept in the same transaction, such as a notice to send.</param>
    /// <param name="stands">Whether what else it was decided on still holds, read in the same transaction. If it does not, nothing is written.</param>
    public async Task<Written> WriteAsync(
        OrganisationId organisation,
        Author author,
        IReadOnlyCollection<Event> events,
        IReadOnlyDictionary<string, long> expected,
        CancellationToken cancel,
        Func<IRecordTransaction, Task>? also = null,
        Func<IRecordReader, Task<bool>>? stands = null)
    {
        await using var transaction = await store.WriteAsync(organisation, cancel);
        foreach (var (subject, version) in expected)
        {
            if (((await transaction.FindAsync(RegisterOf(subject).Name, subject, cancel))?.Version ?? 0) != version)
            {
                return new(await transaction.HeadAsync(cancel), IsDone: false, subject);
            }
        }

        var head = await transaction.HeadAsync(cancel);
        if (stands is not null && !await stands(transaction))
        {
            return new(head, IsDone: false);
        }

        var keys = new SealingKeys(master, transaction);
        foreach (var happened in events)
        {
            head = await AddAsync(transaction, keys, author, happened, head, cancel);
        }

        if (also is not null)
        {
            await also(transaction);
        }

        await transaction.CommitAsync(cancel);
        HasWritten?.Invoke(this, new(organisation, events));
        return new(head, IsDone: true);
    }

    /// <summary>A row of a register, or <see langword="null"/> if there is none for that subject.</summary>
    public async Task<Kept<TRow>?> FindAsync<TRow>(OrganisationId organisation, string subject, CancellationToken cancel)
        where TRow : class =>
        await store.Read(organisation).FindAsync(ByRow[typeof(TRow)].Name, subject, cancel) is { } row ? Read<TRow>(row) : null;

    /// <summary>Rows of a register, in its order, or, backwards, from a place towards the beginning.</summary>
    public async Task<IReadOnlyList<Kept<TRow>>> ListAsync<TRow>(OrganisationId organisation, CancellationToken cancel, string? term = null, RowPlace? after = null, int take = int.MaxValue, bool isBackwards = false)
        where TRow : class =>
        [.. (await store.Read(organisation).ListAsync(new(ByRow[typeof(TRow)].Name, term, after, take, isBackwards), cancel)).Select(Read<TRow>)];

    /// <summary>How many rows a register has, with a term or in all.</summary>
    public Task<long> CountAsync<TRow>(OrganisationId organisation, string? term, CancellationToken cancel)
        where TRow : class =>
        store.Read(organisation).CountAsync(ByRow[typeof(TRow)].Name, term, cancel);

    /// <summary>What happened to a subject, in order.</summary>
    public IAsyncEnumerable<Happening> HistoryAsync(OrganisationId organisation, string subject, CancellationToken cancel)
    {
        var reader = store.Read(organisation);
        return OpenAsync(reader.EntriesAboutAsync(subject, cancel), new(master, reader), cancel);
    }

    /// <summary>Everything that happened, in order.</summary>
    public IAsyncEnumerable<Happening> AllAsync(OrganisationId organisation, CancellationToken cancel)
    {
        var reader = store.Read(organisation);
        return OpenAsync(reader.EntriesAsync(1, cancel), new(master, reader), cancel);
    }

    /// <summary>What happened after a place in the chain, up to another.</summary>
    public IAsyncEnumerable<Happening> BetweenAsync(OrganisationId organisation, ChainHead after, ChainHead until, CancellationToken cancel)
    {
        var reader = store.Read(organisation);
        return OpenAsync(reader.EntriesAsync(after.Sequence + 1, cancel), new(master, reader), cancel).TakeWhile(happening => happening.Sequence <= until.Sequence);
    }

    /// <summary>The registers as they were at a moment, from what had been written by then.</summary>
    public async Task<PastRegisters> AsOfAsync(OrganisationId organisation, DateTimeOffset moment, CancellationToken cancel)
    {
        var reader = store.Read(organisation);
        var keys = new SealingKeys(master, reader);
        var past = new PastRegisters();
        await foreach (var entry in reader.EntriesAsync(1, cancel))
        {
            if (entry.RecordedAt > moment)
            {
                break; // the chain is in the order of writing
            }

            past.Add(await OpenAsync(entry, keys, cancel), new(entry.Sequence, entry.Hash));
        }

        return past;
    }

    /// <summary>Checks the chain of an organisation.</summary>
    public Task<ChainReport> VerifyAsync(OrganisationId organisation, CancellationToken cancel) =>
        ChainCheck.RunAsync(organisation, store.Read(organisation).EntriesAsync(1, cancel), cancel);

    /// <summary>Compares the registers of an organisation with what its chain says; names the rows that differ.</summary>
    public async Task<IReadOnlyList<string>> CompareAsync(OrganisationId organisation, CancellationToken cancel)
    {
        try
        {
            var before = await RowsAsync(store.Read(organisation), cancel);
            await using var transaction = await store.WriteAsync(organisation, cancel); // never committed
            await RebuildAsync(transaction, cancel);
            var after = await RowsAsync(transaction, cancel);
            return [.. before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(key => before.GetValueOrDefault(key) != after.GetValueOrDefault(key)).Order(StringComparer.Ordinal)];
        }
        catch (Exception problem) when (problem is FormatException or CryptographicException)
        {
            return ["a key that seals what is kept of somebody, which cannot be opened any more"];
        }
        catch (Exception problem) when (ChainCheck.IsUnreadable(problem))
        {
            return [$"a row that cannot be read ({problem.Message})"];
        }
    }

    /// <summary>Throws the registers of an organisation away and builds them again from its chain.</summary>
    public async Task RebuildAsync(OrganisationId organisation, CancellationToken cancel)
    {
        await using var transaction = await store.WriteAsync(organisation, cancel);
        await RebuildAsync(transaction, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task RebuildAsync(IRecordTransaction transaction, CancellationToken cancel)
    {
        foreach (var register in Registers.All)
        {
            await transaction.ClearAsync(register.Name, cancel);
        }

        await foreach (var happening in OpenAsync(transaction.EntriesAsync(1, cancel), new(master, transaction), cancel))
        {
            await FoldAsync(transaction, happening, cancel);
        }
    }

    private static async Task<Dictionary<string, string>> RowsAsync(IRecordReader reader, CancellationToken cancel)
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var register in Registers.All)
        {
            foreach (var row in await reader.ListAsync(new(register.Name), cancel))
            {
                rows[row.Key] = $"{row.Version} {row.Sort} {row.Body}";
            }

            foreach (var entry in await reader.IndexAsync(register.Name, cancel))
            {
                rows[$"{entry.Key} under {entry.Term}"] = entry.Sort;
            }
        }

        return rows;
    }

    private async Task<ChainHead> AddAsync(IRecordTransaction transaction, SealingKeys keys, Author author, Event happened, ChainHead head, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        var (content, keyName) = await SealAsync(transaction, keys, happened, cancel);
        var entry = new Entry(
            transaction.Organisation, head.Sequence + 1, EventKinds.Kind(happened.GetType()), happened.Subject, author.Person,
            (author.At ?? now).ToUniversalTime(), now, happened.PolicyHash, happened.Clause,
            JsonSerializer.Serialize(happened, happened.GetType(), EventKinds.Json), content, keyName, head.Hash, Hash: "");
        entry = entry with { Hash = ChainHash.Of(entry) };
        await transaction.AddEntryAsync(entry, cancel);
        await FoldAsync(transaction, new(happened, entry.By, entry.At, entry.RecordedAt, entry.Sequence), cancel);
        return new(entry.Sequence, entry.Hash);
    }

    private static async Task<(byte[]? Sealed, string? KeyName)> SealAsync(IRecordTransaction transaction, SealingKeys keys, Event happened, CancellationToken cancel)
    {
        if (happened is not ISealedEvent { SealedContent: { } content } personal)
        {
            return (null, null);
        }

        var key = await keys.GetAsync(personal.KeyName, transaction, cancel);
        return (Seal.Close(key, JsonSerializer.SerializeToUtf8Bytes(content, personal.ContentType, EventKinds.Json), happened.Subject), personal.KeyName);
    }

    private static async IAsyncEnumerable<Happening> OpenAsync(IAsyncEnumerable<Entry> entries, SealingKeys keys, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var entry in entries.WithCancellation(cancel))
        {
            yield return await OpenAsync(entry, keys, cancel);
        }
    }

    private static async Task<Happening> OpenAsync(Entry entry, SealingKeys keys, CancellationToken cancel)
    {
        var happened = (Event)JsonSerializer.Deserialize(entry.Body, EventKinds.TypeOf(entry.Kind), EventKinds.Json)!; // a body is never the word null
        if (happened is ISealedEvent personal && entry is { Sealed: { } bytes, KeyName: { } name } && await keys.FindAsync(name, cancel) is { } key)
        {
            happened = personal.WithContent(JsonSerializer.Deserialize(Seal.Open(key, bytes, entry.Subject), personal.ContentType, EventKinds.Json));
        }

        return new(happened, entry.By, entry.At, entry.RecordedAt, entry.Sequence);
    }

    private static async Task FoldAsync(IRecordTransaction transaction, Happening happening, CancellationToken cancel)
    {
        var subject = happening.Event.Subject;
        var register = RegisterOf(subject);
        var before = await transaction.FindAsync(register.Name, subject, cancel);
        var row = register.After(before is null ? null : JsonSerializer.Deserialize(before.Body, register.RowType, EventKinds.Json), happening);
        await (row is null
            ? transaction.RemoveAsync(register.Name, subject, cancel)
            : transaction.PutAsync(
                register.Name,
                new(subject, JsonSerializer.Serialize(row, register.RowType, EventKinds.Json), happening.Sequence, register.Sort(row), [.. register.Terms(row)]),
                cancel));
    }

    private static IRegister RegisterOf(string subject) => ByName[subject[..subject.IndexOf('/', StringComparison.Ordinal)]];

    private static Kept<TRow> Read<TRow>(Row row) => new(JsonSerializer.Deserialize<TRow>(row.Body, EventKinds.Json)!, row.Version, new(row.Sort, row.Key)); // a row is never the word null
}
