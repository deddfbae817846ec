using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Policies;
using Shouldly;

namespace Lanyard.Web.Tests.Serving;

/// <summary>Compiled texts are kept up to a size, and go one by one.</summary>
public sealed class ShelfTests : IAsyncLifetime
{
    private const int Texts = 6;

    private static readonly Dictionary<string, long> Anything = [];

    private readonly RunningServer _server = new();

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task WhereOneMoreTextComes_OnlyTheOneUnusedForLongestGoes()
    {
        var at = (await _server.Book.Store.OrganisationsAsync(None)).Single(id => id != Installation.Partition);
        var hashes = await KeepAsync(at);
        var shelf = new PolicyShelf(_server.Book, 4 * PolicyShelf.SizeOf(Text(0).Length));
        var first = new List<CompiledText>();
        for (var number = 0; number < 4; number++)
        {
            first.Add(await shelf.GetAsync(at, hashes[number], None));
        }

        await shelf.GetAsync(at, hashes[0], None); // used again, so the second goes first
        await shelf.GetAsync(at, hashes[4], None);

        (await shelf.GetAsync(at, hashes[0], None)).ShouldBeSameAs(first[0]);
        (await shelf.GetAsync(at, hashes[2], None)).ShouldBeSameAs(first[2]);
        (await shelf.GetAsync(at, hashes[3], None)).ShouldBeSameAs(first[3]);
        (await shelf.GetAsync(at, hashes[1], None)).ShouldNotBeSameAs(first[1]);
    }

    [Fact]
    public async Task ATextThatAnotherKeeps_IsNotFoundByItsHash()
    {
        var at = (await _server.Book.Store.OrganisationsAsync(None)).Single(id => id != Installation.Partition);
        var hashes = await KeepAsync(at);
        var shelf = new PolicyShelf(_server.Book);
        await shelf.GetAsync(at, hashes[0], None);

        (await shelf.FindAsync(new(Guid.CreateVersion7()), hashes[0], None)).ShouldBeNull();
    }

    private static string Text(int number) =>
        $"---\npolicy: Walks {number}\norganisation: Lantern\nversion: 1\n---\n\n## 1 Conduct\n\n```policy\nStaff must accept this policy.\n```\n";

    private async Task<List<string>> KeepAsync(OrganisationId at)
    {
        var texts = Enumerable.Range(0, Texts).Select(number => (PolicyShelf.Compile(Text(number)).Hash, Text: Text(number))).ToList();
        await _server.Book.WriteAsync(at, Author.Lanyard, [.. texts.Select(text => new TextKept(text.Hash, text.Text))], Anything, None);
        return [.. texts.Select(text => text.Hash)];
    }
}
