using System.Diagnostics;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.Policies;
using Lanyard.Records;
using Lanyard.Records.Sealing;
using Lanyard.Records.Sqlite;
using Lanyard.Workflows;
using Lanyard.Workflows.Acceptances;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using SQLitePCL;

namespace Lanyard.Benchmarks;

/// <summary>Writes one acceptance after another, and as many bytes with the engine alone, in rounds by turns; and how
/// long a large import holds another organisation up.</summary>
internal static class Writes
{
    private const int Rounds = 15;
    private const int PerRound = 200;
    private const int Imported = 10_000;
    private const int BodyBytes = 900; // an entry, its row and its terms come to about as many

    private static readonly Dictionary<string, long> Anything = [];

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("lanyard-writes-").FullName;
        try
        {
            await using var store =
                await SqliteRecordStore.OpenAsync(Path.Combine(folder, "lanyard.db"), CancellationToken.None);
            var book = new RecordBook(store, new MasterKey(MasterKey.NewBytes()), TimeProvider.System);
            await AgainstTheEngineAsync(book, Path.Combine(folder, "raw.db"));
            await WhileImportingAsync(book);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task AgainstTheEngineAsync(RecordBook book, string file)
    {
        var trust = await FoundAsync(book);
        var policy = new PolicyId(Guid.CreateVersion7());
        using var raw = new RawWriter(file, BodyBytes);
        var (ours, engine) = (new List<double>(), new List<double>());
        for (var round = -2; round < Rounds; round++) // two to warm up
        {
            var start = Stopwatch.GetTimestamp();
            for (var count = 0; count < PerRound; count++)
            {
                await book.WriteAsync(trust, Author.Lanyard,
                    [new PolicyAccepted(new(Guid.CreateVersion7()), policy, "hash", "2.1")], Anything,
                    CancellationToken.None);
            }

            var oursTook = Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            for (var count = 0; count < PerRound; count++)
            {
                raw.Commit();
            }

            if (round >= 0)
            {
                ours.Add(PerRound / oursTook.TotalSeconds);
                engine.Add(PerRound / Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        Console.WriteLine($"commits a second, the engine alone\t{Median(engine):F0}");
        Console.WriteLine($"acceptances a second\t{Median(ours):F0}");
        Console.WriteLine($"ratio, median of the rounds (bar "
            + $"0.70)\t{Median(ours.Zip(engine, (one, other) => one / other)):F2}");
    }

    private static async Task WhileImportingAsync(RecordBook book)
    {
        var (large, small) = (await FoundAsync(book), await FoundAsync(book));
        Event[] people =
            [.. Enumerable.Range(0, Imported)
            .Select(number =>
                new PersonJoined(new(Guid.CreateVersion7()),
                [new("teacher", School: null)]) { Content =
                new($"Robin Moss {number}", $"robin{number}@oakfield.example") })];
        using var stop = new CancellationTokenSource();
        var waits = new List<double>();
        var other = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var start = Stopwatch.GetTimestamp();
                await book.WriteAsync(small, Author.Lanyard,
                    [new PolicyAccepted(new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), "hash", "2.1")],
                    Anything, CancellationToken.None);
                waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        });
        var began = Stopwatch.GetTimestamp();
        await book.WriteInStepsAsync(large, Author.Lanyard, people, Anything, CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(began);
        await stop.CancelAsync();
        await other;
        waits.Sort();
        Console.WriteLine($"import of {Imported} people, s\t{took.TotalSeconds:F2}");
        Console.WriteLine($"writes of another organisation meanwhile\t{waits.Count}");
        Console.WriteLine($"their wait, p50, ms\t{waits[waits.Count / 2]:F1}");
        Console.WriteLine($"their longest wait, ms (bar 50)\t{waits[^1]:F1}");
    }

    private static async Task<OrganisationId> FoundAsync(RecordBook book)
    {
        var trust = new OrganisationId(Guid.CreateVersion7());
        await book.WriteAsync(trust, Author.Lanyard,
            [new OrganisationFounded(trust, "Oakfield Trust", OrganisationKind.Trust, Jurisdiction.England)], Anything,
            CancellationToken.None);
        return trust;
    }

    private static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    // The least that can be written durably: one row in one prepared statement.
    private sealed class RawWriter : IDisposable
    {
        private readonly sqlite3 _engine;
        private readonly sqlite3_stmt _begin;
        private readonly sqlite3_stmt _insert;
        private readonly sqlite3_stmt _commit;

        public RawWriter(string file, int bytes)
        {
            Must(raw.sqlite3_open(file, out _engine));
            Must(raw.sqlite3_exec(_engine, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE "
                + "thing (id INTEGER PRIMARY KEY, body TEXT)"));
            Must(raw.sqlite3_prepare_v2(_engine, "BEGIN IMMEDIATE", out _begin));
            Must(raw.sqlite3_prepare_v2(_engine, "INSERT INTO thing (body) VALUES (?)", out _insert));
            Must(raw.sqlite3_prepare_v2(_engine, "COMMIT", out _commit));
            Must(raw.sqlite3_bind_text(_insert, 1, new string('x', bytes)));
        }

        public void Commit()
        {
            foreach (var statement in new[] { _begin, _insert, _commit })
            {
                if (raw.sqlite3_step(statement) != raw.SQLITE_DONE)
                {
                    throw new InvalidOperationException(raw.sqlite3_errmsg(_engine).utf8_to_string());
                }

                Must(raw.sqlite3_reset(statement));
            }
        }

        public void Dispose()
        {
            _begin.Dispose();
            _insert.Dispose();
            _commit.Dispose();
            _engine.Dispose();
        }

        private static void Must(int result)
        {
            if (result != raw.SQLITE_OK)
            {
                throw new InvalidOperationException($"The engine answers {result}.");
            }
        }
    }
}
