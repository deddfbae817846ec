using System.Diagnostics;
using System.IO.Compression;
using Lanyard.Records;
using Lanyard.Records.Checkpoints;
using Lanyard.Web.Features.Checkpoints;
using Lanyard.Web.Features.Evidence.PrintPack;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.Policies;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Evidence;

/// <summary>Somebody checks an evidence pack without Lanyard, by what comes with it.</summary>
public sealed class PackProofTests : IAsyncLifetime
{
    private static readonly Dictionary<string, long> Anything = [];

    private readonly RunningServer _server = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("lanyard-pack-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    [Theory]
    [InlineData(null, 0, "Everything fits.")]
    [InlineData("checkpoint.txt", 1, "WRONG: checkpoint.txt was not signed")]
    [InlineData("entry-*.json", 1, " is not in the record")]
    [InlineData("entry-*.tlog-proof", 1, "WRONG: entry-")]
    [InlineData("consistency.txt", 1, "WRONG: the record did not only grow")]
    [InlineData("other.txt", 1, "WRONG: other.txt was not signed")]
    public async Task APack_IsCheckedByItsOwnScript_AndNothingOfItCanBeChanged(string? changed, int code, string said)
    {
        await SentAsync();
        await ExtractAsync();
        if (changed is not null)
        {
            Change(Directory.GetFiles(_folder, changed).Order(StringComparer.Ordinal).First());
        }

        var (found, output) = await CheckAsync();

        found.ShouldBe(code, output);
        output.ShouldContain(said);
        if (changed is null)
        {
            output.ShouldContain("is in the record");
            output.ShouldContain("the record only grew from ");
        }
    }

    [Fact]
    public async Task ThePage_GivesTheProofs_ToWhoSeesTheEvidence()
    {
        var governor = await _server.SignInAsync("governor@demo.example");
        await governor.OpenAsync("/evidence/pack");
        var link = governor.Page.QuerySelectorAll("a").First(each => each.TextContent.Contains("proofs", StringComparison.Ordinal));

        await governor.OpenAsync(link.GetAttribute("href")!); // a link has an address

        governor.Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task TheKeyAndTheCheckpoint_AreThoseOfTheRecord()
    {
        await ExtractAsync();

        NoteKey.TryRead(await File.ReadAllTextAsync(Path.Combine(_folder, "key.txt"), Cancel), out var key).ShouldBeTrue();
        SignedNote.TryRead(await File.ReadAllTextAsync(Path.Combine(_folder, "checkpoint.txt"), Cancel), out var note).ShouldBeTrue();
        note.IsSignedBy(key).ShouldBeTrue();
        Checkpoint.TryRead(note.Text, out var checkpoint).ShouldBeTrue();
        (await _server.Book.VerifyAsync(await TrustAsync(), Cancel, [checkpoint])).IsWhole.ShouldBeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Domain.Organisations.OrganisationId> TrustAsync() =>
        (await _server.Book.Store.OrganisationsAsync(Cancel)).Single(id => id != Installation.Partition);

    // A checkpoint went out before something more was written.
    private async Task SentAsync()
    {
        var trust = await TrustAsync();
        var book = _server.Get<CheckpointBook>();
        await book.MakeAsync(trust, Cancel);
        var kept = (await book.LastAsync(trust, Cancel)).ShouldNotBeNull();
        await book.PutAsync(trust, kept, kept.Value with { SentTo = ["somebody"] }, Cancel);
        await _server.Book.WriteAsync(trust, Author.Lanyard,
            [new SchoolOpened(new(Guid.CreateVersion7()), "Ash"), new SchoolOpened(new(Guid.CreateVersion7()), "Elm")],
            Anything, Cancel);
    }

    private async Task ExtractAsync()
    {
        var trust = await TrustAsync();
        var policies = await _server.Book.ListAsync<PolicyFile>(trust, Cancel);
        var size = (await _server.Book.Store.Read(trust).HeadAsync(Cancel)).Sequence;
        var zip = (await _server.Get<PackProof>().MakeAsync(trust, size,
            [.. policies.Select(policy => $"policy/{policy.Value.Id}")], Cancel)).ShouldNotBeNull();
        using var archive = new ZipArchive(new MemoryStream(zip));
        archive.ExtractToDirectory(_folder);
    }

    // Another letter or figure in place of the first on the third line, or the only one.
    private static void Change(string file)
    {
        var lines = File.ReadAllLines(file);
        var at = Math.Min(2, lines.Length - 1);
        var first = lines[at][5];
        lines[at] = $"{lines[at][..5]}{(first == 'A' ? 'B' : 'A')}{lines[at][6..]}";
        File.WriteAllText(file, string.Join('\n', lines) + (file.EndsWith(".json", StringComparison.Ordinal) ? "" : "\n"));
    }

    private async Task<(int Code, string Output)> CheckAsync()
    {
        var start = new ProcessStartInfo("sh", ["check.sh"])
        {
            UseShellExecute = false,
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var program = Process.Start(start)!; // there is a shell where Lanyard is built
        var errors = program.StandardError.ReadToEndAsync(Cancel);
        var output = await program.StandardOutput.ReadToEndAsync(Cancel);
        await program.WaitForExitAsync(Cancel);
        return (program.ExitCode, output + await errors);
    }
}
