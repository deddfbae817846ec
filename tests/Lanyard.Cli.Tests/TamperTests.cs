using Lanyard.Domain.People;
using Lanyard.Records.Chain;
using Lanyard.Records.Sqlite;
using Lanyard.Web.Infrastructure;
using Microsoft.Data.Sqlite;
using Shouldly;

namespace Lanyard.Cli.Tests;

/// <summary>Somebody who can write to the file of the records, but has not the key, changes it in every way; and
/// <c>verify</c> tells.</summary>
public sealed class TamperTests(DemonstrationRecords records) : IClassFixture<DemonstrationRecords>
{
    private const string Last = "sequence = (SELECT MAX(sequence) FROM entry)";
    private const string Accounts = "organisation = '00000000000000000000000000000000' AND register = 'account'";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("change", "broken at entry 7: somebody without the key")]
    [InlineData("remove", "broken at entry 7: somebody without the key")]
    [InlineData("swap", "broken at entry 7: somebody without the key")]
    [InlineData("append", ": somebody without the key")]
    [InlineData("append with a code", ": somebody without the key")]
    [InlineData("cut off", "the last were cut off")]
    public async Task AChain_ThatWasMadeAnew_IsFound(string how, string said)
    {
        var file = records.Copy();
        await ForgeAsync(file, how);

        await ShouldBeFoundAsync(file, said);
    }

    [Theory]
    [InlineData("DELETE FROM row WHERE register = 'tree' AND key = 'edge'", "The tree of the record is gone")]
    [InlineData("UPDATE row SET body = 'sealed-1:AAAA' WHERE register = 'tree'", "The tree of the record was changed")]
    [InlineData("UPDATE row SET body = (SELECT body FROM row WHERE " + Accounts + " ORDER BY key DESC LIMIT 1) WHERE "
        + Accounts, "What is kept of accounts and sessions was changed: account ")]
    [InlineData("UPDATE row SET body = replace(body, 'a', 'b') WHERE " + Accounts, "was changed: account ")]
    [InlineData("UPDATE row SET body = '{}' WHERE register = 'notice'", "notice ")]
    [InlineData("DROP TRIGGER entry_is_never_changed", "trigger entry_is_never_changed is gone")]
    [InlineData("CREATE TRIGGER mine AFTER INSERT ON row BEGIN DELETE FROM row WHERE key = 'x'; END",
        "trigger mine was put in by somebody else")]
    [InlineData("DROP INDEX row_sort; CREATE INDEX row_sort ON row (organisation)", "index row_sort was changed")]
    [InlineData("DROP TRIGGER entry_is_never_removed; DELETE FROM entry; DELETE FROM term; DELETE FROM row WHERE "
        + "organisation <> '00000000000000000000000000000000'", "no organisation has any entry")]
    [InlineData("DROP TRIGGER entry_is_never_removed; DELETE FROM entry; DELETE FROM row WHERE register = 'tree'",
        "no organisation has any entry")]
    [InlineData("DROP TRIGGER entry_is_never_removed; DELETE FROM entry WHERE " + Last, "the last were cut off")]
    [InlineData("DROP TRIGGER entry_is_never_changed; UPDATE entry SET mac = NULL WHERE " + Last,
        "somebody without the key")]
    [InlineData("DROP TRIGGER entry_is_never_changed; UPDATE entry SET recorded_at = '2001-01-01T00:00:00.0000000Z' WHERE sequence = 3",
        "broken at entry 3")]
    public async Task AFile_ThatWasChanged_IsFound(string sql, string said)
    {
        var file = records.Copy();
        await ExecuteAsync(file, sql);

        await ShouldBeFoundAsync(file, said);
    }

    [Fact]
    public async Task TheTreeOfAnEarlierDay_PutBackBesideLaterEntries_IsFound()
    {
        var file = records.Copy();
        await ExecuteAsync(file, $"ATTACH '{records.EarlierFile}' AS earlier; DELETE FROM row WHERE register = 'tree'; "
            + "INSERT INTO row SELECT * FROM earlier.row WHERE register = 'tree'");

        await ShouldBeFoundAsync(file, "somebody put entries in, or put an earlier copy of the tree");
    }

    [Fact]
    public async Task RecordsInWhichNothingIsLeft_AreNoRecords()
    {
        var file = records.Copy();
        await ExecuteAsync(file, "DROP TRIGGER entry_is_never_removed; DELETE FROM entry; DELETE FROM term; DELETE FROM "
            + "row; CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'an entry is "
            + "never removed'); END");

        var (code, output) = await ServeTests.RunAsync("verify", "--data", Path.GetDirectoryName(file)!, "--key",
            records.Key);

        (code, output.Trim()).ShouldBe((2, "There is no organisation in these records. If there was one, everything is "
            + "gone."));
    }

    [Fact]
    public async Task WhatNobodyChanged_IsWhole_AlsoByACheckpoint()
    {
        var (code, output) = await VerifyAsync(records.Copy());
        code.ShouldBe(0, output);
        output.ShouldContain("Nothing was compared with what somebody else keeps");

        (code, output) = await VerifyAsync(records.Copy(), "--checkpoint", records.Checkpoint);
        code.ShouldBe(0, output);
        output.ShouldNotContain("Nothing was compared");
    }

    [Fact]
    public async Task AnEarlierCopyOfEverything_IsFound_ByACheckpointThatWasKeptElsewhere()
    {
        var earlier = records.Copy(isEarlier: true);
        (await VerifyAsync(earlier)).Code.ShouldBe(0); // nothing in it tells

        var (code, output) = await VerifyAsync(earlier, "--checkpoint", records.Checkpoint);

        code.ShouldBe(1, output);
        output.ShouldContain("entries were cut off, or an earlier copy was put in place");
    }

    [Fact]
    public async Task AnEarlierCopyOfEverything_IsFound_ByAWitness()
    {
        using var folder = new Scratch();
        using var witness = await ServedProgram.StartAsync(folder.Path, isDemo: false, Cancel, "--witness-for",
            records.RecordKey);
        var named = $"{witness.Address}/witness {await WitnessKeyAsync(folder.Path)}";
        var (code, output) = await VerifyAsync(records.Copy(), "--witness", named);
        code.ShouldBe(0, output);

        (code, output) = await VerifyAsync(records.Copy(isEarlier: true), "--witness", named);

        code.ShouldBe(1, output);
        output.ShouldContain("The witness lanyard-witness/");
        output.ShouldContain("entries were cut off, or an earlier copy was put in place");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a letter about something else")]
    public async Task ACheckpointThatIsNone_IsSaidToBeNone(string text)
    {
        using var folder = new Scratch();
        var file = Path.Combine(folder.Path, "letter.txt");
        await File.WriteAllTextAsync(file, text, Cancel);

        var (code, output) = await VerifyAsync(records.Copy(), "--checkpoint", file);

        (code, output.Contains("holds no checkpoint", StringComparison.Ordinal)).ShouldBe((2, true));
    }

    [Theory]
    [InlineData("lanyard/", "lanyard/0", "holds no checkpoint", 2)]
    [InlineData("\n\n— ", "\n\n— x", "was not signed by the key of these records", 1)]
    public async Task ACheckpointThatWasChanged_IsNotBelieved(string from, string to, string said, int expected)
    {
        using var folder = new Scratch();
        var file = Path.Combine(folder.Path, "letter.txt");
        var kept = await File.ReadAllTextAsync(records.Checkpoint, Cancel);
        await File.WriteAllTextAsync(file, kept.Replace(from, to, StringComparison.Ordinal), Cancel);

        var (code, output) = await VerifyAsync(records.Copy(), "--checkpoint", file);

        code.ShouldBe(expected, output);
        output.ShouldContain(said);
    }

    [Fact]
    public async Task AWitnessThatIsNotThere_OrDoesNotKnowTheRecord_IsSaid()
    {
        using var folder = new Scratch();
        using var server = await ServedProgram.StartAsync(folder.Path, isDemo: false, Cancel);
        var key = await WitnessKeyAsync(folder.Path);

        (await VerifyAsync(records.Copy(), "--witness", $"{server.Address}/witness {key}")).Output
            .ShouldContain("does not sign for it");
        (await VerifyAsync(records.Copy(), "--witness", $"http://127.0.0.1:9/witness {key}")).Output
            .ShouldContain("could not be asked");
        (await VerifyAsync(records.Copy(), "--witness", $"http://witness.example/witness {key}")).Code.ShouldBe(2);
    }

    private static async Task<string> WitnessKeyAsync(string folder)
    {
        var book = await new DataFolder(folder).OpenToReadAsync(TimeProvider.System, Cancel);
        await using (book.Store)
        {
            return book.Checkpoints.WitnessKey().ToString();
        }
    }

    private Task<(int Code, string Output)> VerifyAsync(string file, params string[] more) =>
        ServeTests.RunAsync(["verify", "--data", Path.GetDirectoryName(file)!, "--key", records.Key, .. more]);

    private async Task ShouldBeFoundAsync(string file, string said)
    {
        var (code, output) = await ServeTests.RunAsync("verify", "--data", Path.GetDirectoryName(file)!, "--key",
            records.Key);

        code.ShouldBe(1, output);
        output.ShouldContain(said);
    }

    // The forger knows how a chain is made, and makes every hash anew.
    private static async Task ForgeAsync(string file, string how)
    {
        List<Entry> entries;
        await using (var store = await SqliteRecordStore.OpenReadOnlyAsync(file, Cancel))
        {
            var trust = (await store.OrganisationsAsync(Cancel)).First(id => id != Records.Installation.Partition);
            entries = await store.Read(trust).EntriesAsync(1, Cancel).ToListAsync(Cancel);
        }

        var forged = how switch
        {
            "change" => [.. entries.Select(entry => entry.Sequence == 7
                ? entry with { At = entry.At.AddYears(-1) } : entry)],
            "remove" => [.. entries.Where(entry => entry.Sequence != 7)],
            "swap" => [.. entries[..6], entries[7], entries[6], .. entries[8..]],
            "append" => [.. entries, entries[^1] with { By = new PersonId(Guid.NewGuid()), Mac = null }],
            "append with a code" => [.. entries, entries[^1]],
            "cut off" => entries[..^1],
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, message: null),
        };
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await ExecuteAsync(connection, "DROP TRIGGER entry_is_never_removed; DELETE FROM entry");
        var (sequence, previous) = (0L, "");
        foreach (var entry in forged)
        {
            var next = entry with { Sequence = ++sequence, Previous = previous };
            await InsertAsync(connection, next with { Hash = previous = ChainHash.Of(next) });
        }

        await ExecuteAsync(connection, "CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry BEGIN SELECT "
            + "RAISE(ABORT, 'an entry is never removed'); END");
        await transaction.CommitAsync(Cancel);
    }

    private static async Task InsertAsync(SqliteConnection connection, Entry entry)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO entry VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
        object?[] values =
        [
            entry.Organisation.ToString(), entry.Sequence, entry.Kind, entry.Subject, entry.By?.ToString(),
            ChainHash.Moment(entry.At), ChainHash.Moment(entry.RecordedAt), entry.PolicyHash, entry.Clause, entry.Body,
            entry.Sealed, entry.KeyName, entry.Previous, entry.Hash, entry.Mac,
        ];
        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters.AddWithValue($"${at}", values[at] ?? DBNull.Value);
        }

        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task ExecuteAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(Cancel);
        await ExecuteAsync(connection, sql);
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
