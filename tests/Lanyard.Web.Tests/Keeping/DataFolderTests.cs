using System.Runtime.Versioning;
using System.Text;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Records.Sealing;
using Lanyard.Records.Sqlite;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Shouldly;

namespace Lanyard.Web.Tests.Keeping;

/// <summary>What lies in the folder is closed to others, and the key does not lie with a backup.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DataFolderTests : IDisposable
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private static readonly Dictionary<string, long> Anything = [];

    private readonly string _root = Directory.CreateTempSubdirectory("lanyard-folder-").FullName;
    private readonly OrganisationId _trust = new(Guid.CreateVersion7());
    private readonly PersonId _robin = new(Guid.CreateVersion7());

    private static CancellationToken None => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_root, "data");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Folder_AndFiles_AreClosedToOthers_AlsoWhereTheyWereOpen(bool wasThere)
    {
        if (wasThere)
        {
            await FillAsync(new(Data));
            Directory.CreateDirectory(Path.Combine(Data, "protection"));
            await File.WriteAllTextAsync(Path.Combine(Data, "protection", "key.xml"), "<key/>", None);
            foreach (var each in Directory.EnumerateFileSystemEntries(Data, "*", SearchOption.AllDirectories)
                .Append(Data))
            {
                File.SetUnixFileMode(each,
                    File.GetUnixFileMode(
                        each) | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            }
        }

        var book = await new DataFolder(Data).OpenAsync(TimeProvider.System, None);
        await using (book.Store)
        {
            await WriteAsync(book); // so that the log is there
            Directory.EnumerateFileSystemEntries(Data, "*", SearchOption.AllDirectories).Append(Data)
                .Where(each => (File.GetUnixFileMode(each) & Others) != UnixFileMode.None).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Backup_DoesNotHoldTheKey_AndIsRestoredWithIt()
    {
        var (backup, key, restored) =
            (Path.Combine(_root, "backup"), Path.Combine(_root, "copy.key"), Path.Combine(_root, "restored"));
        await FillAsync(new(Data));
        await new DataFolder(Data).BackUpAsync(backup, key, TimeProvider.System, None);

        Directory.EnumerateFiles(backup).Select(Path.GetFileName).ShouldBe(["lanyard.db"]);
        (File.GetUnixFileMode(key) & Others).ShouldBe(UnixFileMode.None);
        (await Should.ThrowAsync<IOException>(() => new DataFolder(restored)
            .RestoreAsync(backup, null, _ => Task.FromResult(true), None))).Message.ShouldContain("--key");
        Directory.Exists(restored).ShouldBeFalse();
        (await new DataFolder(restored).RestoreAsync(backup, key, _ => Task.FromResult(true), None)).ShouldBeTrue();
        await HasRobinAsync(new(restored));
    }

    [Fact]
    public async Task Key_MayLieElsewhere()
    {
        var key = Path.Combine(_root, "elsewhere.key");
        await FillAsync(new(Data, key));

        File.Exists(Path.Combine(Data, "master.key")).ShouldBeFalse();
        await HasRobinAsync(new(Data, key));
        (await Should.ThrowAsync<InvalidOperationException>(() => new DataFolder(Data)
            .OpenAsync(TimeProvider.System, None))).Message.ShouldContain("Put the key back");
    }

    [Fact]
    public async Task FolderOfAnEarlierVersion_IsSealedAtTheStart_AndOnlyOnce()
    {
        Directory.CreateDirectory(Data);
        var key = MasterKey.NewBytes();
        await File.WriteAllTextAsync(Path.Combine(Data, "master.key"), Convert.ToBase64String(key), None);
        await using (var store = await SqliteRecordStore.OpenAsync(Path.Combine(Data, "lanyard.db"), None))
        {
            await WriteAsync(new(store, new MasterKey(key), TimeProvider.System, areRowsSealed: false));
        }

        (await FoundAsync("Robin")).ShouldBeTrue();
        await HasRobinAsync(new(Data));
        (await FoundAsync("Robin")).ShouldBeFalse();
        (await FoundAsync("ROBIN")).ShouldBeFalse();
        await HasRobinAsync(new(Data));

        // A row that somebody puts there openly from now on is no row of ours.
        await using (var store = await SqliteRecordStore.OpenAsync(Path.Combine(Data, "lanyard.db"), None))
        {
            await using var write = await store.WriteAsync(_trust, None);
            await write.PutAsync("person", new($"person/{_robin}", """{"id":"x"}""", 2, "", []), None);
            await write.CommitAsync(None);
        }

        await Should.ThrowAsync<SealBrokenException>(() => HasRobinAsync(new(Data)));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private async Task FillAsync(DataFolder folder)
    {
        var book = await folder.OpenAsync(TimeProvider.System, None);
        await using (book.Store)
        {
            await WriteAsync(book);
        }
    }

    private async Task WriteAsync(RecordBook book) => await book.WriteAsync(
        _trust,
        Author.Lanyard,
        [
            new OrganisationFounded(_trust, "Oakfield Trust", OrganisationKind.Trust, Jurisdiction.England),
            new PersonJoined(_robin,
                [new("teacher", School: null)]) { Content = new("Robin Moss", "robin@oakfield.example") },
        ],
        Anything,
        None);

    private async Task HasRobinAsync(DataFolder folder)
    {
        var book = await folder.OpenAsync(TimeProvider.System, None);
        await using (book.Store)
        {
            (await book.FindAsync<Person>(_trust, $"person/{_robin}", None))!.Value.Name.ShouldBe("Robin Moss");
            (await book.CompareAsync(_trust, None)).ShouldBeEmpty();
        }
    }

    private async Task<bool> FoundAsync(string word)
    {
        var found = false;
        foreach (var file in Directory.EnumerateFiles(Data))
        {
            found |= (await File.ReadAllBytesAsync(file, None)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
        }

        return found;
    }
}
