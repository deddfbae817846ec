using System.Text.Json;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Storage;

namespace Lanyard.Records;

/// <summary>What is kept beside the record because it is a secret or passes away: accounts, sessions, links, letters to send.</summary>
/// <typeparam name="TRow">What a row holds.</typeparam>
/// <param name="store">The store.</param>
/// <param name="partition">The organisation it belongs to.</param>
/// <param name="register">The name of the kind.</param>
public sealed class KeptRows<TRow>(IRecordStore store, OrganisationId partition, string register)
    where TRow : class
{
    /// <summary>A row by its key, if there is one.</summary>
    public async Task<Kept<TRow>?> FindAsync(string key, CancellationToken cancel) =>
        await store.Read(partition).FindAsync(register, key, cancel) is { } row ? Read(row) : null;

    /// <summary>The rows of a term, or all.</summary>
    public async Task<IReadOnlyList<Kept<TRow>>> ListAsync(CancellationToken cancel, string? term = null, int take = int.MaxValue) =>
        [.. (await store.Read(partition).ListAsync(new(register, term, Take: take), cancel)).Select(Read)];

    /// <summary>Writes a row if nobody has changed it since it had a version; a version of 0 means that it is new.</summary>
    public async Task<bool> TryPutAsync(string key, TRow value, long version, IReadOnlyCollection<string> terms, string sort, CancellationToken cancel)
    {
        await using var write = await store.WriteAsync(partition, cancel);
        if (((await write.FindAsync(register, key, cancel))?.Version ?? 0) != version)
        {
            return false;
        }

        await write.PutAsync(register, Row(key, value, version + 1, terms, sort), cancel);
        await write.CommitAsync(cancel);
        return true;
    }

    /// <summary>Writes a row and takes away every other one that has its term, in one transaction.</summary>
    public async Task PutInPlaceAsync(string key, TRow value, string term, CancellationToken cancel)
    {
        await using var write = await store.WriteAsync(partition, cancel);
        foreach (var earlier in await write.ListAsync(new(register, term), cancel))
        {
            await write.RemoveAsync(register, earlier.Key, cancel);
        }

        await PutAsync(write, key, value, [term], sort: "", cancel);
        await write.CommitAsync(cancel);
    }

    /// <summary>Takes rows away, those that are there.</summary>
    public async Task RemoveAsync(IEnumerable<string> keys, CancellationToken cancel)
    {
        await using var write = await store.WriteAsync(partition, cancel);
        foreach (var key in keys)
        {
            await write.RemoveAsync(register, key, cancel);
        }

        await write.CommitAsync(cancel);
    }

    /// <summary>Takes a row away, and tells what it held: of two who try, one gets it.</summary>
    public async Task<TRow?> TakeAsync(string key, CancellationToken cancel)
    {
        await using var write = await store.WriteAsync(partition, cancel);
        if (await write.FindAsync(register, key, cancel) is not { } row)
        {
            return null;
        }

        await write.RemoveAsync(register, key, cancel);
        await write.CommitAsync(cancel);
        return Read(row).Value;
    }

    /// <summary>Writes a new row within a transaction.</summary>
    public Task PutAsync(IRecordTransaction write, string key, TRow value, IReadOnlyCollection<string> terms, string sort, CancellationToken cancel) =>
        write.PutAsync(register, Row(key, value, 1, terms, sort), cancel);

    /// <summary>A row as a transaction sees it.</summary>
    public async Task<Kept<TRow>?> FindAsync(IRecordTransaction write, string key, CancellationToken cancel) =>
        await write.FindAsync(register, key, cancel) is { } row ? Read(row) : null;

    /// <summary>Takes a row away within a transaction.</summary>
    public Task RemoveAsync(IRecordTransaction write, string key, CancellationToken cancel) => write.RemoveAsync(register, key, cancel);

    /// <summary>How many rows have a term.</summary>
    public Task<long> CountAsync(string term, CancellationToken cancel) => store.Read(partition).CountAsync(register, term, cancel);

    private static Row Row(string key, TRow value, long version, IReadOnlyCollection<string> terms, string sort) =>
        new(key, JsonSerializer.Serialize(value, EventKinds.Json), version, sort, terms);

    private static Kept<TRow> Read(Row row) => new(JsonSerializer.Deserialize<TRow>(row.Body, EventKinds.Json)!, row.Version, new(row.Sort, row.Key)); // a row is never the word null
}
