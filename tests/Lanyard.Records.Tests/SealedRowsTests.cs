using System.Text;
using Dapper;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Domain.Policies;
using Lanyard.Records.Sealing;
using Lanyard.Records.Sqlite;
using Lanyard.Records.Storage;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Microsoft.Data.Sqlite;
using Shouldly;

namespace Lanyard.Records.Tests;

/// <summary>Who has the files alone reads nobody's name and puts no row in; and who is erased is nowhere.</summary>
public sealed class SealedRowsTests : IAsyncLifetime
{
    private static readonly Dictionary<string, long> Anything = [];
    private static readonly string[] Names =
        ["Moss", "Mossop", "Mo", "M", "Ng", "Abara", "O'Neill", "Zuñiga", "Ælfric", "Abbott"];

    private readonly string _folder = Directory.CreateTempSubdirectory("lanyard-sealed-").FullName;
    private readonly MasterKey _key = new(MasterKey.NewBytes());
    private readonly OrganisationId _trust = new(Guid.CreateVersion7());
    private readonly PersonId _robin = new(Guid.CreateVersion7());
    private SqliteRecordStore _store = null!; // set before every test
    private RecordBook _book = null!; // set before every test

    private static CancellationToken None => TestContext.Current.CancellationToken;

    private string FilePath => Path.Combine(_folder, "lanyard.db");

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteRecordStore.OpenAsync(FilePath, None);
        _book = new(_store, _key, TimeProvider.System);
        await FillAsync(_book);
    }

    [Fact]
    public async Task TheFiles_HoldNoNameAndNoAddress()
    {
        await using (var write = await _book.Store.WriteAsync(_trust, None))
        {
            string[] terms = ["email=ROBIN@OAKFIELD.EXAMPLE"];
            await write.PutAsync("account", new("1", """{"secret":"JBSWY3DPEHPK3PXP"}""", 1, "", terms), None);
            await write.CommitAsync(None);
        }

        await FoundNowhereAsync("Robin", "ROBIN", "Moss", "MOSS", "robin@", "oakfield.example", "OAKFIELD.EXAMPLE",
            "JBSWY3DPEHPK3PXP", "I like it");
        (await _book.Store.Read(_trust).ListAsync(new("account", "email=ROBIN@OAKFIELD.EXAMPLE"), None))
            .ShouldHaveSingleItem().Body.ShouldContain("JBSWY3DPEHPK3PXP");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(150)]
    public async Task People_AreListedInTheOrderOfTheirNames_PageByPage_BothWays(int take)
    {
        var random = new Random(take);
        foreach (var some in Enumerable.Range(0, 260).Chunk(65))
        {
            await _book.WriteAsync(_trust, Author.Lanyard,
                [.. some.Select(number =>
                    Joined(new(Guid.CreateVersion7()), $"{Names[random.Next(Names.Length)]} {random.Next(5)}",
                    $"p{number}@oakfield.example"))], Anything, None);
        }

        var expected = (await _book.ListAsync<Person>(_trust, None))
            .Select(each => (Sort: each.Value.Name.ToUpperInvariant(), each.Place.Key))
            .OrderBy(each => each.Sort, StringComparer.Ordinal).ThenBy(each => each.Key, StringComparer.Ordinal)
            .ToList();
        foreach (var term in new[] { null, PersonRegister.RoleTerm("teacher") })
        {
            (await PagesAsync(term, take, isBackwards: false)).ShouldBe(expected.Select(each => each.Key));
            (await PagesAsync(term, take, isBackwards: true))
                .ShouldBe(expected.AsEnumerable().Reverse().Select(each => each.Key));
        }
    }

    [Theory]
    [InlineData("UPDATE row SET body = '{\"name\":\"x\"}' WHERE register = 'person'")]
    [InlineData("UPDATE row SET body = (SELECT body FROM row WHERE register = 'organisation') WHERE register = "
        + "'person'")]
    [InlineData("UPDATE row SET version = version + 1 WHERE register = 'person'")]
    [InlineData("UPDATE row SET body = 'sealed-1:AAAA' WHERE register = 'person'")]
    [InlineData("UPDATE row SET body = 'sealed-1:?' WHERE register = 'person'")]
    public async Task ARow_ThatSomebodyElsePutThere_IsNotRead_AndIsNamed(string sql)
    {
        await using (var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False"))
        {
            await connection.ExecuteAsync(sql);
        }

        (await Should.ThrowAsync<SealBrokenException>(() =>
            _book.FindAsync<Person>(_trust, $"person/{_robin}", None))).Message.ShouldContain("person");
        (await _book.CompareAsync(_trust, None)).ShouldHaveSingleItem().ShouldContain("person");
    }

    [Fact]
    public async Task RowsOfAnEarlierVersion_AreSealedOnce_AndLieOpenNowhere()
    {
        var file = Path.Combine(_folder, "earlier.db");
        await using var store = await SqliteRecordStore.OpenAsync(file, None);
        var earlier = new RecordBook(store, _key, TimeProvider.System, areRowsSealed: false);
        await FillAsync(earlier);
        (await earlier.CompareAsync(_trust, None)).ShouldBeEmpty();
        var before = (await earlier.ListAsync<Person>(_trust, None))
            .Select(each => (each.Value.Name, each.Version, each.Place.Key)).ToList();
        Found(await BytesAsync(file), "Robin").ShouldBeTrue();

        var book = new RecordBook(store, _key, TimeProvider.System);
        await book.SealOpenRowsAsync(None);
        await book.SealOpenRowsAsync(None); // once more changes nothing

        (await book.ListAsync<Person>(_trust, None)).Select(each => (each.Value.Name, each.Version, each.Place.Key))
            .ShouldBe(before);
        (await book.ListAsync<Person>(_trust, None, PersonRegister.EmailTerm("robin@oakfield.example"))).Count.ShouldBe(
            1);
        (await book.CompareAsync(_trust, None)).ShouldBeEmpty();
        Found(await BytesAsync(file), "Robin").ShouldBeFalse();
        Found(await BytesAsync(file), "ROBIN").ShouldBeFalse();
    }

    [Fact]
    public async Task WhoIsErased_IsNowhere_AndTheRecordHolds()
    {
        var other = new PersonId(Guid.CreateVersion7());
        await _book.WriteAsync(_trust, Author.Lanyard, [Joined(other, "Kit Ash", "kit@oakfield.example")], Anything,
            None);
        var key = (await _store.Read(_trust).FindAsync("key", $"person/{_robin}", None))!.Body;
        var row = (await _store.Read(_trust).FindAsync("person", $"person/{_robin}", None))!.Body;
        Found(await BytesAsync(FilePath), key[..40]).ShouldBeTrue();

        (await _book.EraseAsync(_trust, Author.Lanyard, new PersonErased(_robin), None)).ShouldBeTrue();

        await FoundNowhereAsync(key[..40], row[20..60], "Robin", "ROBIN");
        (await _book.FindAsync<Person>(_trust, $"person/{_robin}", None))!.Value.Name.ShouldBe(
            "Somebody whose name was erased");
        (await _book.ListAsync<ConsultationResponse>(_trust, None)).ShouldHaveSingleItem().Value.ToString()
            .ShouldNotContain("I like it");
        (await _book.ListAsync<Person>(_trust, None, PersonRegister.EmailTerm("robin@oakfield.example")))
            .ShouldBeEmpty();
        (await _book.VerifyAsync(_trust, None)).IsWhole.ShouldBeTrue();
        (await _book.CompareAsync(_trust, None)).ShouldBeEmpty();
        (await _book.AllAsync(_trust, None).ToListAsync(None))
            .Select(happening => happening.Event).OfType<PersonJoined>()
            .Single(joined => joined.Person == _robin).Content.ShouldBeNull();
        (await _book.FindAsync<Person>(_trust, $"person/{other}", None))!.Value.Name.ShouldBe("Kit Ash");
        (await _book.EraseAsync(_trust, Author.Lanyard, new PersonErased(_robin), None)).ShouldBeFalse();
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task FillAsync(RecordBook book)
    {
        var policy = new PolicyId(Guid.CreateVersion7());
        await book.WriteAsync(
            _trust,
            Author.Lanyard,
            [
                new OrganisationFounded(_trust, "Oakfield Trust", OrganisationKind.Trust, Jurisdiction.England),
                    Joined(_robin, "Robin Moss", "robin@oakfield.example"),
                new ConsultationAnswered(Guid.CreateVersion7(), policy, "h1", "staff",
                    _robin) { Content = new("I like it") },
            ],
            Anything,
            None);
    }

    private static PersonJoined Joined(PersonId person, string name, string email) =>
        new(person, [new("teacher", School: null)]) { Content = new(name, email) };

    private async Task<IReadOnlyList<string>> PagesAsync(string? term, int take, bool isBackwards)
    {
        var keys = new List<string>();
        for (RowPlace? place =
            null; await _book.ListAsync<Person>(_trust, None, term, place, take,
            isBackwards) is { Count: > 0 } page; place = page[^1].Place)
        {
            page.Count.ShouldBeLessThanOrEqualTo(take);
            keys.AddRange(page.Select(each => each.Place.Key));
        }

        return keys;
    }

    // In the file, its log, and a backup.
    private async Task FoundNowhereAsync(params string[] words)
    {
        var backup = Path.Combine(_folder, $"{Guid.NewGuid():N}.backup");
        await _book.Store.BackUpAsync(backup, None);
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            var bytes = await BytesAsync(file);
            words.Where(word => Found(bytes, word)).ShouldBeEmpty(file);
        }
    }

    private static bool Found(byte[] bytes, string word) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;

    private static async Task<byte[]> BytesAsync(string file)
    {
        var bytes = new MemoryStream();
        foreach (var each in new[] { file, file + "-wal" }.Where(File.Exists))
        {
            await using var stream =
                new FileStream(each, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await stream.CopyToAsync(bytes, None);
        }

        return bytes.ToArray();
    }
}
