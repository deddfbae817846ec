using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;
using Lanyard.Records.Storage;
using Shouldly;
using Xunit;

namespace Lanyard.Compliance;

/// <summary>What every store of records must do. A store's own tests inherit this.</summary>
public abstract class RecordStoreCompliance
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly OrganisationId _ours = new(Guid.CreateVersion7());
    private readonly OrganisationId _theirs = new(Guid.CreateVersion7());

    [Fact]
    public async Task Commit_MakesEntriesAndRowsLast_InOrder()
    {
        await using var store = await OpenAsync();
        await WriteAsync(store, _ours, async write =>
        {
            await write.AddEntryAsync(Entry(_ours, 1, "thing/a"), None);
            await write.AddEntryAsync(Entry(_ours, 2, "thing/b") with { Sealed = [1, 2, 3], KeyName = "key", PolicyHash = "sha", Clause = "3.1" }, None);
            await write.PutAsync("thing", Row("thing/a", "2"), None);
        });

        var read = store.Read(_ours);
        (await read.HeadAsync(None)).ShouldBe(new(2, "hash-2"));
        var entries = await read.EntriesAsync(1, None).ToListAsync();
        entries.Select(entry => entry.Subject).ShouldBe(["thing/a", "thing/b"]);
        entries[1].Sealed.ShouldBe([1, 2, 3]);
        entries[1].At.ShouldBe(Entry(_ours, 2, "").At);
        (entries[1].KeyName, entries[1].PolicyHash, entries[1].Clause).ShouldBe(("key", "sha", "3.1"));
        (await read.EntriesAsync(2, None).ToListAsync()).Count.ShouldBe(1);
        (await read.EntriesAboutAsync("thing/b", None).ToListAsync()).Single().Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task Dispose_BeforeTheCommit_LeavesNothing()
    {
        await using var store = await OpenAsync();
        await using (var write = await store.WriteAsync(_ours, None))
        {
            await write.AddEntryAsync(Entry(_ours, 1, "thing/a"), None);
            await write.PutAsync("thing", Row("thing/a", "1"), None);
        }

        (await store.Read(_ours).HeadAsync(None)).Sequence.ShouldBe(0);
        (await store.Read(_ours).FindAsync("thing", "thing/a", None)).ShouldBeNull();
    }

    [Fact]
    public async Task AWriter_SeesWhatItHasWritten_AndNobodyElseDoesYet()
    {
        await using var store = await OpenAsync();
        await using var write = await store.WriteAsync(_ours, None);
        await write.PutAsync("thing", Row("thing/a", "1"), None);

        (await write.FindAsync("thing", "thing/a", None)).ShouldNotBeNull();
        (await store.Read(_ours).FindAsync("thing", "thing/a", None)).ShouldBeNull();
    }

    [Fact]
    public async Task Rows_AreListedInOrder_ByTerm_AndPageByPage()
    {
        await using var store = await OpenAsync();
        await WriteAsync(store, _ours, async write =>
        {
            foreach (var number in new[] { 3, 1, 5, 2, 4 })
            {
                await write.PutAsync("thing", Row($"thing/{number}", $"{number}", number % 2 == 0 ? "even" : "odd"), None);
            }
        });

        var read = store.Read(_ours);
        (await read.ListAsync(new("thing"), None)).Select(row => row.Sort).ShouldBe(["1", "2", "3", "4", "5"]);
        (await read.ListAsync(new("thing", "odd"), None)).Select(row => row.Sort).ShouldBe(["1", "3", "5"]);
        (await read.ListAsync(new("thing", "odd", new("1", "thing/1"), 1), None)).Select(row => row.Sort).ShouldBe(["3"]);
        (await read.ListAsync(new("thing", After: new("4", "thing/4")), None)).Select(row => row.Sort).ShouldBe(["5"]);
        (await read.ListAsync(new("thing", IsBackwards: true), None)).Select(row => row.Sort).ShouldBe(["5", "4", "3", "2", "1"]);
        (await read.ListAsync(new("thing", "odd", new("5", "thing/5"), 1, IsBackwards: true), None)).Select(row => row.Sort).ShouldBe(["3"]);
        (await read.ListAsync(new("thing", After: new("1", "thing/1"), IsBackwards: true), None)).ShouldBeEmpty();
        (await read.CountAsync("thing", "odd", None)).ShouldBe(3);
        (await read.CountAsync("thing", term: null, None)).ShouldBe(5);
        (await read.IndexAsync("thing", None)).Where(entry => entry.Term == "odd").Select(entry => (entry.Key, entry.Sort)).ShouldBe([("thing/1", "1"), ("thing/3", "3"), ("thing/5", "5")], ignoreOrder: true);
        (await read.IndexAsync("other", None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_OfTheSameOrder_AreReadOnceEach_PageByPage_BothWays()
    {
        await using var store = await OpenAsync();
        await WriteAsync(store, _ours, async write =>
        {
            foreach (var key in new[] { "c", "a", "d", "b" })
            {
                await write.PutAsync("thing", Row($"thing/{key}", "same", "t"), None);
            }
        });

        foreach (var (isBackwards, all) in new[] { (false, new[] { "thing/a", "thing/b", "thing/c", "thing/d" }), (true, ["thing/d", "thing/c", "thing/b", "thing/a"]) })
        {
            var read = new List<string>();
            for (RowPlace? place = null; read.Count < all.Length; place = new("same", read[^1]))
            {
                read.Add((await store.Read(_ours).ListAsync(new("thing", "t", place, Take: 1, isBackwards), None)).Single().Key);
            }

            read.ShouldBe(all);
        }
    }

    [Fact]
    public async Task Put_OverARow_ForgetsItsOldTerms()
    {
        await using var store = await OpenAsync();
        await WriteAsync(store, _ours, write => write.PutAsync("thing", Row("thing/a", "1", "old"), None));
        await WriteAsync(store, _ours, write => write.PutAsync("thing", Row("thing/a", "2", "new", "new"), None));

        (await store.Read(_ours).ListAsync(new("thing", "old"), None)).ShouldBeEmpty();
        (await store.Read(_ours).ListAsync(new("thing", "new"), None)).Single().Sort.ShouldBe("2");
        (await store.Read(_ours).FindAsync("thing", "thing/a", None))!.Terms.ShouldBe(["new"]);
    }

    [Fact]
    public async Task RemoveAndClear_TakeRowsWithTheirTerms()
    {
        await using var store = await OpenAsync();
        await WriteAsync(store, _ours, async write =>
        {
            await write.PutAsync("thing", Row("thing/a", "1", "t"), None);
            await write.PutAsync("thing", Row("thing/b", "2", "t"), None);
            await write.PutAsync("other", Row("other/c", "3", "t"), None);
        });
        await WriteAsync(store, _ours, write => write.RemoveAsync("thing", "thing/a", None));
        (await store.Read(_ours).ListAsync(new("thing", "t"), None)).Single().Key.ShouldBe("thing/b");

        await WriteAsync(store, _ours, write => write.ClearAsync("thing", None));
        (await store.Read(_ours).CountAsync("thing", "t", None)).ShouldBe(0);
        (await store.Read(_ours).CountAsync("other", "t", None)).ShouldBe(1);
    }

    [Fact]
    public async Task Organisations_SeeNothingOfEachOther()
    {
        await using var store = await OpenAsync();
        await WriteAsync(store, _ours, async write =>
        {
            await write.AddEntryAsync(Entry(_ours, 1, "thing/a"), None);
            await write.PutAsync("thing", Row("thing/a", "1", "t"), None);
        });
        await WriteAsync(store, _theirs, write => write.PutAsync("thing", Row("thing/z", "1", "t"), None));

        var theirs = store.Read(_theirs);
        (await theirs.HeadAsync(None)).Sequence.ShouldBe(0);
        (await theirs.FindAsync("thing", "thing/a", None)).ShouldBeNull();
        (await theirs.ListAsync(new("thing"), None)).Single().Key.ShouldBe("thing/z");
        (await theirs.ListAsync(new("thing", "t"), None)).Single().Key.ShouldBe("thing/z");
        (await theirs.CountAsync("thing", "t", None)).ShouldBe(1);
        (await store.OrganisationsAsync(None)).ShouldBe([_ours, _theirs], ignoreOrder: true);
    }

    [Fact]
    public async Task Writers_ToOneOrganisation_WaitForEachOther()
    {
        await using var store = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => WriteAsync(store, _ours, async write =>
        {
            var head = await write.HeadAsync(None);
            await Task.Yield();
            await write.AddEntryAsync(Entry(_ours, head.Sequence + 1, "thing/a"), None);
        })));

        (await store.Read(_ours).EntriesAsync(1, None).ToListAsync()).Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, 20).Select(number => (long)number));
    }

    [Fact]
    public async Task BackUp_WhileWriting_IsWholeAndNeverOverwrites()
    {
        await using var store = await OpenAsync();
        await WriteAsync(store, _ours, write => write.AddEntryAsync(Entry(_ours, 1, "thing/a"), None));
        var file = Path.Combine(Directory.CreateTempSubdirectory("lanyard-backup-").FullName, "backup");
        await using (var open = await store.WriteAsync(_theirs, None))
        {
            await open.AddEntryAsync(Entry(_theirs, 1, "thing/b"), None);
            await store.BackUpAsync(file, None);
        }

        await using var copy = await OpenBackupAsync(file);
        (await copy.OrganisationsAsync(None)).ShouldBe([_ours]);
        await Should.ThrowAsync<IOException>(() => store.BackUpAsync(file, None));
    }

    [Fact]
    public async Task Snapshot_StaysAsItWas_WhateverIsWritten_AndNobodyWaitsForIt()
    {
        await using var store = await OpenAsync();
        await WriteAsync(store, _ours, write => write.PutAsync("thing", Row("thing/a", "1", "t"), None));
        await using var snapshot = await store.SnapshotAsync(_ours, None);
        await WriteAsync(store, _ours, async write =>
        {
            await write.AddEntryAsync(Entry(_ours, 1, "thing/b"), None);
            await write.PutAsync("thing", Row("thing/b", "2", "t"), None);
            await write.RemoveAsync("thing", "thing/a", None);
        });

        (await snapshot.HeadAsync(None)).Sequence.ShouldBe(0);
        (await snapshot.ListAsync(new("thing"), None)).Single().Key.ShouldBe("thing/a");
        (await snapshot.CountAsync("thing", "t", None)).ShouldBe(1);
        (await snapshot.EntriesAsync(1, None).ToListAsync()).ShouldBeEmpty();
        (await store.Read(_ours).ListAsync(new("thing"), None)).Single().Key.ShouldBe("thing/b");
    }

    [Fact]
    public async Task Registers_AreThoseThatHaveARow_OfTheOrganisation()
    {
        await using var store = await OpenAsync();
        await WriteAsync(store, _ours, async write =>
        {
            await write.PutAsync("thing", Row("thing/a", "1"), None);
            await write.PutAsync("other", Row("other/a", "1"), None);
            await write.PutAsync("gone", Row("gone/a", "1"), None);
            await write.RemoveAsync("gone", "gone/a", None);
        });

        (await store.Read(_ours).RegistersAsync(None)).ShouldBe(["other", "thing"], ignoreOrder: true);
        (await store.Read(_theirs).RegistersAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Scrub_LeavesEverythingElseAsItWas_AndWritingGoesOn()
    {
        await using var store = await OpenAsync();
        await WriteAsync(store, _ours, async write =>
        {
            await write.AddEntryAsync(Entry(_ours, 1, "thing/a"), None);
            await write.PutAsync("thing", Row("thing/a", "1", "t"), None);
        });
        await WriteAsync(store, _ours, write => write.RemoveAsync("thing", "thing/a", None));

        await store.ScrubAsync(["thing/a-is-gone"], None);
        await store.ScrubAsync([], None);

        (await store.Read(_ours).HeadAsync(None)).Sequence.ShouldBe(1);
        await WriteAsync(store, _ours, write => write.PutAsync("thing", Row("thing/b", "1", "t"), None));
        (await store.Read(_ours).ListAsync(new("thing", "t"), None)).Single().Key.ShouldBe("thing/b");
    }

    /// <summary>Opens an empty store.</summary>
    protected abstract Task<IRecordStore> OpenAsync();

    /// <summary>Opens what <see cref="IRecordStore.BackUpAsync"/> wrote.</summary>
    protected abstract Task<IRecordStore> OpenBackupAsync(string file);

    private static async Task WriteAsync(IRecordStore store, OrganisationId organisation, Func<IRecordTransaction, Task> what)
    {
        await using var write = await store.WriteAsync(organisation, None);
        await what(write);
        await write.CommitAsync(None);
    }

    private static Row Row(string key, string sort, params string[] terms) => new(key, $$"""{"sort":"{{sort}}"}""", 1, sort, terms);

    private static Entry Entry(OrganisationId organisation, long sequence, string subject) =>
        new(organisation, sequence, "thing-happened", subject, By: null, Moment, Moment.AddTicks(7), null, null, "{}", null, null, $"hash-{sequence - 1}", $"hash-{sequence}");

    private static DateTimeOffset Moment { get; } = new(2026, 9, 7, 9, 30, 0, 123, TimeSpan.Zero);
}
