using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;
using Lanyard.Records.Checkpoints;
using Lanyard.Records.Sealing;
using Lanyard.Records.Storage;
using Lanyard.Records.Tree;
using Lanyard.Workflows;

namespace Lanyard.Records;

/// <summary>Everything that has happened in each organisation, and the registers read from it.</summary>
/// <remarks>Safe to share between threads. What is written is in the chain and in the registers, or in neither.</remarks>
public sealed class RecordBook
{
    private static readonly Dictionary<Type, IRegister> ByRow = Registers.All.ToDictionary(register => register.RowType);

    private readonly IRecordStore _store;
    private readonly MasterKey _master;
    private readonly TimeProvider _clock;
    private readonly RecordTrees _trees;
    private readonly List<IRecordFollower> _followers = [];

    /// <summary>Opens the book that is kept in a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="master">The key to what is sealed in it.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="areRowsSealed">False for a store of an earlier version, whose rows lie open; only to read
    /// it.</param>
    /// <param name="areEntriesSealed">False for a store of an earlier version, whose entries have neither codes nor a
    /// tree; only to read it, or to begin with them.</param>
    public RecordBook(IRecordStore store, MasterKey master, TimeProvider clock, bool areRowsSealed = true,
        bool areEntriesSealed = true)
        : this(master, clock, areRowsSealed ? new SealedStore(store, master) : store,
            new(master, areEntriesSealed))
    {
    }

    private RecordBook(MasterKey master, TimeProvider clock, IRecordStore store, RecordTrees trees) =>
        (_store, _master, _clock, _trees) = (store, master, clock, trees);

    /// <summary>Tells, after it has been written, what happened in which organisation. Whoever listens only takes note: the writer waits meanwhile.</summary>
    public event EventHandler<WrittenEventArgs>? HasWritten;

    /// <summary>Tells that the clock is behind what has been written already. Entries keep the time of the last one
    /// until it has caught up.</summary>
    public event EventHandler<ClockBehindEventArgs>? ClockIsBehind;

    /// <summary>Where it is kept.</summary>
    public IRecordStore Store => _store;

    /// <summary>The same book for whoever writes by another clock, such as the demonstration, whose past is made up.</summary>
    /// <remarks>The chain is in the order of writing, so such a clock may not be behind what has been written already.</remarks>
    public RecordBook By(TimeProvider other) => new(_master, other, _store, _trees);

    /// <summary>Lets somebody take part in every writing from now on. Done before anything is written, while the
    /// server is put together.</summary>
    public void Follow(IRecordFollower follower) => _followers.Add(follower);

    /// <summary>A hash of a text under the master key: who has the store alone can neither make it nor guess the text by trying.</summary>
    public string Fingerprint(string text) => _master.Fingerprint(text);

    /// <summary>Seals a text under the master key, for what is kept outside of the store.</summary>
    /// <param name="text">The text.</param>
    /// <param name="purpose">What it is for; it opens for nothing else.</param>
    public string Seal(string text, string purpose) => _master.Wrap(Encoding.UTF8.GetBytes(text), purpose);

    /// <summary>Opens a text that was sealed for a purpose.</summary>
    /// <exception cref="CryptographicException">It was changed, or sealed for something else or by another
    /// key.</exception>
    public string Open(string text, string purpose) => Encoding.UTF8.GetString(_master.Unwrap(text, purpose));

    /// <summary>Writes what happened.</summary>
    /// <param name="organisation">Where.</param>
    /// <param name="author">Who.</param>
    /// <param name="events">What, in order: all of it or none.</param>
    /// <param name="expected">The version of each subject that whoever decided this had before them. If one has changed since, nothing is written.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="also">What else is kept in the same transaction, such as a notice to send.</param>
    /// <param name="stands">Whether what else it was decided on still holds, read in the same transaction. If it does not, nothing is written.</param>
    /// <exception cref="NotWrittenException">The store cannot be written to at the moment.</exception>
    public async Task<Written> WriteAsync(
        OrganisationId organisation,
        Author author,
        IReadOnlyCollection<Event> events,
        IReadOnlyDictionary<string, long> expected,
        CancellationToken cancel,
        Func<IRecordTransaction, Task>? also = null,
        Func<IRecordReader, Task<bool>>? stands = null) =>
        (await WriteSomeAsync(organisation, author, events, expected, Timeout.InfiniteTimeSpan, also is null ? null
            : (transaction, _) => also(transaction), stands, cancel)).Written;

    // Stops writing after the longest time that others may be held up for, and tells how many it has written.
    internal async Task<(Written Written, int Count)> WriteSomeAsync(
        OrganisationId organisation,
        Author author,
        IReadOnlyCollection<Event> events,
        IReadOnlyDictionary<string, long> expected,
        TimeSpan longest,
        Func<IRecordTransaction, int, Task>? also,
        Func<IRecordReader, Task<bool>>? stands,
        CancellationToken cancel)
    {
        await using var transaction = await _store.WriteAsync(organisation, cancel);
        var began = Stopwatch.GetTimestamp();
        var head = await transaction.HeadAsync(cancel);
        if (await ChangedAsync(transaction, expected, cancel) is { } changed)
        {
            return (new(head, IsDone: false, changed), 0);
        }

        if (stands is not null && !await stands(transaction))
        {
            return (new(head, IsDone: false), 0);
        }

        var keys = new SealingKeys(_master, transaction);
        var now = _clock.GetUtcNow().ToUniversalTime();
        var recorded = events.Count > 0 ? await OrderedAsync(transaction, head, now, cancel) : now;
        var tree = events.Count > 0 ? await _trees.OpenAsync(transaction, head, cancel) : null;
        var count = 0;
        foreach (var happened in events)
        {
            // there is a tree, for there is an event
            head = await AddAsync(transaction, keys, tree!, author, happened, head, (now, recorded), cancel);
            count++;
            if (longest > TimeSpan.Zero && Stopwatch.GetElapsedTime(began) > longest)
            {
                break;
            }
        }

        if (also is not null)
        {
            await also(transaction, count);
        }

        var written = count == events.Count ? events : [.. events.Take(count)];
        foreach (var follower in _followers)
        {
            await follower.FollowAsync(transaction, author, written, cancel);
        }

        await _trees.CommitAsync(transaction, tree, cancel);
        HasWritten?.Invoke(this, new(organisation, author, written));
        return (new(head, IsDone: true) { Count = count }, count);
    }

    /// <summary>Erases who somebody was: destroys the key to it, and makes sure that neither it nor what it sealed can
    /// be found in the store.</summary>
    /// <remarks>Backups that were taken before hold it still: let them go, as you do anyway. What is kept beside the
    /// record, such as an account, is for the caller to remove.</remarks>
    /// <param name="organisation">Where.</param>
    /// <param name="author">Who erases.</param>
    /// <param name="erased">What the record says of it; its subject names the key.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>False if it has been erased before.</returns>
    /// <exception cref="IOException">It is erased, but the store could not be cleaned while others used it. Call
    /// <see cref="IRecordStore.ScrubAsync"/> again.</exception>
    public async Task<bool> EraseAsync(OrganisationId organisation, Author author, Event erased,
        CancellationToken cancel)
    {
        var erasure = new Erasure(_master, erased.Subject);
        await using (var snapshot = await _store.SnapshotAsync(organisation, cancel))
        {
            await erasure.LookAsync(snapshot, cancel); // the long way, while others write
        }

        await using (var transaction = await _store.WriteAsync(organisation, cancel))
        {
            var head = await transaction.HeadAsync(cancel);
            var now = _clock.GetUtcNow().ToUniversalTime();
            var tree = await _trees.OpenAsync(transaction, head, cancel);
            await AddAsync(transaction, new(_master, transaction), tree, author, erased, head,
                (now, await OrderedAsync(transaction, head, now, cancel)), cancel);
            if (!await erasure.RunAsync(transaction, (_store as SealedStore)?.AsItLies(organisation) ?? transaction,
                cancel))
            {
                return false;
            }

            await _trees.CommitAsync(transaction, tree, cancel);
        }

        HasWritten?.Invoke(this, new(organisation, author, [erased]));
        await _store.ScrubAsync(erasure.Traces, cancel);
        return true;
    }

    /// <summary>Seals the rows that an earlier version left open, and cleans the store of what lay open in
    /// it.</summary>
    public async Task SealOpenRowsAsync(CancellationToken cancel)
    {
        if (_store is SealedStore rows)
        {
            await rows.SealOpenRowsAsync(cancel);
            await rows.ScrubAsync([], cancel);
        }
    }

    /// <summary>Fills the tree of each organisation from the entries that an earlier version wrote without one. The
    /// entries stay as they are.</summary>
    public async Task FillTreesAsync(CancellationToken cancel)
    {
        foreach (var organisation in await _store.OrganisationsAsync(cancel))
        {
            await TreeFilling.RunAsync(_store, organisation, cancel);
        }
    }

    /// <summary>A row of a register, or <see langword="null"/> if there is none for that subject.</summary>
    public async Task<Kept<TRow>?> FindAsync<TRow>(OrganisationId organisation, string subject, CancellationToken cancel)
        where TRow : class =>
        await _store.Read(organisation).FindAsync(ByRow[typeof(TRow)].Name, subject, cancel) is { } row
            ? Read<TRow>(row) : null;

    /// <summary>Rows of a register, in its order, or, backwards, from a place towards the beginning.</summary>
    public async Task<IReadOnlyList<Kept<TRow>>> ListAsync<TRow>(OrganisationId organisation, CancellationToken cancel, string? term = null, RowPlace? after = null, int take = int.MaxValue, bool isBackwards = false)
        where TRow : class =>
        [.. (await _store.Read(organisation)
            .ListAsync(new(ByRow[typeof(TRow)].Name, term, after, take, isBackwards), cancel)).Select(Read<TRow>)];

    /// <summary>How many rows a register has, with a term or in all.</summary>
    public Task<long> CountAsync<TRow>(OrganisationId organisation, string? term, CancellationToken cancel)
        where TRow : class =>
        _store.Read(organisation).CountAsync(ByRow[typeof(TRow)].Name, term, cancel);

    /// <summary>What happened to a subject, in order.</summary>
    public IAsyncEnumerable<Happening> HistoryAsync(OrganisationId organisation, string subject, CancellationToken cancel)
    {
        var reader = _store.Read(organisation);
        return Replay.OpenAsync(reader.EntriesAboutAsync(subject, cancel), new(_master, reader), cancel);
    }

    /// <summary>Everything that happened, in order.</summary>
    public IAsyncEnumerable<Happening> AllAsync(OrganisationId organisation, CancellationToken cancel)
    {
        var reader = _store.Read(organisation);
        return Replay.OpenAsync(reader.EntriesAsync(1, cancel), new(_master, reader), cancel);
    }

    /// <summary>What happened after a place in the chain, up to another.</summary>
    public IAsyncEnumerable<Happening> BetweenAsync(OrganisationId organisation, ChainHead after, ChainHead until, CancellationToken cancel)
    {
        var reader = _store.Read(organisation);
        return Replay.OpenAsync(reader.EntriesAsync(after.Sequence + 1, cancel), new(_master, reader), cancel)
            .TakeWhile(happening => happening.Sequence <= until.Sequence);
    }

    /// <summary>The registers as they were at a moment, from what had been written by then.</summary>
    /// <remarks>
    /// The chain is in the order of writing, and its times are those of a clock, which may have been ahead for a while.
    /// So the moment
    /// says how far to read: up to the last entry that is not later; what stands before it had been written by then
    /// too. An entry that
    /// claims a time which has not come yet goes by the time that it tells of. What has been written by a moment to
    /// come is everything.
    /// </remarks>
    public async Task<PastRegisters> AsOfAsync(OrganisationId organisation, DateTimeOffset moment, CancellationToken cancel)
    {
        await using var reader = await _store.SnapshotAsync(organisation, cancel);
        var last = await PastRegisters.LastByAsync(reader, moment, _clock.GetUtcNow(), cancel);
        var keys = new SealingKeys(_master, reader);
        var past = new PastRegisters();
        await foreach (var entry in reader.EntriesAsync(1, cancel).TakeWhile(entry => entry.Sequence <= last))
        {
            past.Add(await Replay.OpenAsync(entry, keys, cancel), new(entry.Sequence, entry.Hash));
        }

        return past;
    }

    /// <summary>Checks the chain of an organisation, the code of each entry, and the tree over them.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="elsewhere">Checkpoints that were kept elsewhere; those of other records are passed over.</param>
    public Task<ChainReport> VerifyAsync(OrganisationId organisation, CancellationToken cancel,
        IReadOnlyCollection<Checkpoint>? elsewhere = null) => Checks.RunAsync(organisation, elsewhere ?? [], cancel);

    /// <summary>Checks the last entries of a chain, and that they are the last that were written.</summary>
    public Task<ChainReport> VerifyEndAsync(OrganisationId organisation, CancellationToken cancel) =>
        Checks.OfTheEndAsync(organisation, cancel);

    /// <summary>Compares the registers of an organisation with what its chain says, and opens every row that is kept
    /// beside them; names the rows that differ. Nothing is written, and nobody waits.</summary>
    public Task<IReadOnlyList<string>> CompareAsync(OrganisationId organisation, CancellationToken cancel) =>
        Checks.CompareAsync(organisation, cancel);

    /// <summary>Makes checkpoints, to be kept elsewhere.</summary>
    public RecordCheckpoints Checkpoints => new(_store, _master);

    /// <summary>Makes proofs of what the record of an organisation holds, and that it only grew.</summary>
    public TreeProver Proofs(OrganisationId organisation) => new(new TreeRows(_store.Read(organisation)));

    /// <summary>Throws the registers of an organisation away and builds them again from its chain.</summary>
    public async Task RebuildAsync(OrganisationId organisation, CancellationToken cancel)
    {
        await using var transaction = await _store.WriteAsync(organisation, cancel);
        foreach (var register in Registers.All)
        {
            await transaction.ClearAsync(register.Name, cancel);
        }

        await foreach (
            var happening in Replay.OpenAsync(transaction.EntriesAsync(1, cancel), new(_master, transaction), cancel))
        {
            await FoldAsync(transaction, happening, cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    private RecordCheck Checks => new(_store, _master, _trees);

    private static async Task<string?> ChangedAsync(IRecordReader reader, IReadOnlyDictionary<string, long> expected,
        CancellationToken cancel)
    {
        foreach (var (subject, version) in expected)
        {
            if (((await reader.FindAsync(Replay.RegisterOf(subject).Name, subject, cancel))?.Version ?? 0) != version)
            {
                return subject;
            }
        }

        return null;
    }

    // A chain is in the order of writing, whatever the clock says: a moment before the last entry's would let a past
    // day be read wrongly.
    private async Task<DateTimeOffset> OrderedAsync(IRecordReader reader, ChainHead head, DateTimeOffset now,
        CancellationToken cancel)
    {
        var last = await reader.EntriesAsync(Math.Max(head.Sequence, 1), cancel).Select(entry => entry.RecordedAt)
            .LastOrDefaultAsync(cancel);
        if (last <= now)
        {
            return now;
        }

        ClockIsBehind?.Invoke(this, new(reader.Organisation, now, last));
        return last;
    }

    private static async Task<ChainHead> AddAsync(IRecordTransaction transaction, SealingKeys keys, TreeWriter tree,
        Author author, Event happened, ChainHead head, (DateTimeOffset Now, DateTimeOffset Recorded) at, CancellationToken cancel)
    {
        var (content, keyName) = await SealAsync(transaction, keys, happened, cancel);
        var entry = new Entry(
            transaction.Organisation, head.Sequence + 1, EventKinds.Kind(happened.GetType()), happened.Subject, author.Person,
            (author.At ?? at.Now).ToUniversalTime(), at.Recorded, happened.PolicyHash, happened.Clause,
            JsonSerializer.Serialize(happened, happened.GetType(), EventKinds.Json), content, keyName, head.Hash, Hash: "");
        entry = entry with { Hash = ChainHash.Of(entry) };
        await transaction.AddEntryAsync(tree.Add(entry), cancel);
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
        return (Sealing.Seal.Close(key,
            JsonSerializer.SerializeToUtf8Bytes(content, personal.ContentType, EventKinds.Json), happened.Subject),
            personal.KeyName);
    }

    private static async Task FoldAsync(IRecordTransaction transaction, Happening happening, CancellationToken cancel)
    {
        var subject = happening.Event.Subject;
        var register = Replay.RegisterOf(subject);
        var before = await transaction.FindAsync(register.Name, subject, cancel);
        var row = register.After(before is null ? null : JsonSerializer.Deserialize(before.Body, register.RowType, EventKinds.Json), happening);
        await (row is null
            ? transaction.RemoveAsync(register.Name, subject, cancel)
            : transaction.PutAsync(register.Name, Replay.RowOf(register, subject, row, happening.Sequence), cancel));
    }

    private static Kept<TRow> Read<TRow>(Row row) => new(JsonSerializer.Deserialize<TRow>(row.Body, EventKinds.Json)!, row.Version, new(row.Sort, row.Key)); // a row is never the word null
}
