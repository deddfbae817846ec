using System.Text;
using Lanyard.Records.Checkpoints;
using Lanyard.Records.Sealing;
using Lanyard.Records.Sqlite;
using Lanyard.Records.Tests.Tree;
using Lanyard.Records.Tree;
using Shouldly;

namespace Lanyard.Records.Tests.Checkpoints;

/// <summary>A witness signs only what a record grew into, and answers as the standard says.</summary>
public sealed class WitnessTests : IAsyncLifetime
{
    private const string Origin = "lanyard/one";

    private static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly SigningKey Signer = new(new byte[32]);
    private static readonly NoteKey Log = new(Origin, NoteKeyKind.Log, Signer.PublicKey());
    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, 40).Select(number => Encoding.UTF8.GetBytes($"{number}"))];
    private static readonly PlainTree Plain = new(Leaves);

    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("lanyard-witness-").FullName, "lanyard.db");
    private SqliteRecordStore _store = null!; // set before every test
    private RecordBook _book = null!; // set before every test
    private WitnessDesk _desk = null!; // set before every test

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteRecordStore.OpenAsync(_file, None);
        _book = new(_store, new MasterKey(new byte[32]), new SetClock(Now));
        _desk = new(_book, [Log], new SetClock(Now));
    }

    [Fact]
    public async Task ARecordThatGrows_IsSigned_EachTime()
    {
        foreach (var (old, size) in new[] { (0, 3), (3, 3), (3, 8), (8, 13), (13, 40) })
        {
            var note = Note(size, Plain.Root(size));
            var reply = await _desk.AddAsync(Request(old, note, await ProofAsync(old, size)), None);

            reply.Status.ShouldBe(200, reply.Body);
            SignedNote.TryRead($"{note}{reply.Body}", out var signed).ShouldBeTrue();
            signed.IsSignedBy(_book.Checkpoints.WitnessKey()).ShouldBeTrue();
            NoteKey.TimeOf(signed.Signatures[^1]).ShouldBe(Now);
        }
    }

    [Fact]
    public async Task ARecordThatWasChangedOrCutOff_IsNot()
    {
        await _desk.AddAsync(Request(0, Note(20, Plain.Root(20)), []), None);
        var other = new PlainTree([.. Leaves.Select((leaf, at) => at == 4 ? [.. leaf, 1] : leaf)]);

        (await _desk.AddAsync(Request(20, Note(30, other.Root(30)), await ProofAsync(other, 20, 30)), None)).Status.ShouldBe(422);
        (await _desk.AddAsync(Request(20, Note(30, Plain.Root(30)), []), None)).Status.ShouldBe(422);
        (await _desk.AddAsync(Request(20, Note(20, other.Root(20)), []), None)).ShouldBe(new(409, "20\n", IsSize: true));
        (await _desk.AddAsync(Request(0, Note(10, Plain.Root(10)), []), None)).ShouldBe(new(409, "20\n", IsSize: true));
        (await _desk.AddAsync(Request(10, Note(15, Plain.Root(15)), await ProofAsync(10, 15)), None)).ShouldBe(new(409, "20\n", IsSize: true));
        (await _desk.AddAsync(Request(20, Note(30, Plain.Root(30)), await ProofAsync(20, 30)), None)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task WhatIsNotSignedByTheRecordsKey_OrNotKnown_IsNot()
    {
        var stranger = new SigningKey([.. Enumerable.Repeat((byte)9, 32)]);
        var text = new Checkpoint(Origin, 3, Plain.Root(3)).ToString();
        var forged = new SignedNote(text, [Log.Sign(text, stranger, default)]);
        var unknown = text.Replace("one", "two", StringComparison.Ordinal);

        (await _desk.AddAsync(Request(0, forged, []), None)).Status.ShouldBe(403);
        (await _desk.AddAsync(Request(0, new(unknown, [Log.Sign(unknown, Signer, default)]), []), None)).Status.ShouldBe(404);
        (await _desk.AddAsync(Request(0, Note(3, Plain.Root(3)), [new byte[32]]), None)).Status.ShouldBe(422);
        (await _desk.AddAsync(Request(4, Note(3, Plain.Root(3)), []), None)).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("")]
    [InlineData("old 0\n")]
    [InlineData("old 00\n\n")]
    [InlineData("old -1\n\nlanyard/one\n")]
    [InlineData("old 0\nAAAA\n\nlanyard/one\n3\nAAAA\n\n— x AAAAAAAA\n")]
    [InlineData("new 0\n\nlanyard/one\n3\nAAAA\n\n— x AAAAAAAA\n")]
    [InlineData("old 0\n\nlanyard/one\n3\nAAAA\n\n— x AAAAAAAA\n")]
    public async Task WhatIsNoRequest_IsSaidToBeNone(string body) =>
        (await _desk.AddAsync(body, None)).Status.ShouldBe(400);

    [Fact]
    public async Task OfManyAtOnce_NoneRollsBackWhatAnotherSigned()
    {
        var replies = await Task.WhenAll(Enumerable.Range(1, 30).Select(size =>
            Task.Run(() => _desk.AddAsync(Request(0, Note(size, Plain.Root(size)), []), None))));

        replies.Count(reply => reply.Status == 200).ShouldBe(1);
        replies.Count(reply => reply.IsSize).ShouldBe(29);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    private static SignedNote Note(long size, byte[] root)
    {
        var text = new Checkpoint(Origin, size, root).ToString();
        return new(text, [Log.Sign(text, Signer, default)]);
    }

    private static string Request(long old, SignedNote note, IReadOnlyList<byte[]> proof) =>
        new WitnessRequest(old, proof, note).ToString();

    private static Task<IReadOnlyList<byte[]>> ProofAsync(long old, long size) => ProofAsync(Plain, old, size);

    private static Task<IReadOnlyList<byte[]>> ProofAsync(PlainTree tree, long old, long size) =>
        new TreeProver(tree).ConsistencyAsync(old, size, None);
}
