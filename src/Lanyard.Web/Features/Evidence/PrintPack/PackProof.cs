using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Records.Chain;
using Lanyard.Records.Checkpoints;
using Lanyard.Web.Features.Checkpoints;

namespace Lanyard.Web.Features.Evidence.PrintPack;

/// <summary>The file by which somebody checks an evidence pack, also without Lanyard: the checkpoint, the entries about
/// the policies in it with their proofs, and how to check them.</summary>
/// <param name="book">The record.</param>
/// <param name="checkpoints">The checkpoints that were sent out.</param>
public sealed class PackProof(RecordBook book, CheckpointBook checkpoints)
{
    private const string ProofVersion = "c2sp.org/tlog-proof@v1";

    // What stands before an Ed25519 key in a PEM file (RFC 8410).
    private static readonly byte[] KeyHead = Convert.FromHexString("302a300506032b6570032100");

    /// <summary>The file, as a ZIP archive; <see langword="null"/> if there was no record.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="size">How many entries the pack was read from.</param>
    /// <param name="subjects">The subjects of the entries to prove.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<byte[]?> MakeAsync(OrganisationId organisation, long size, IReadOnlyCollection<string> subjects,
        CancellationToken cancel)
    {
        if (size == 0 || await book.Checkpoints.MakeAsync(organisation, cancel, size) is not { } note)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var key = book.Checkpoints.KeyOf(organisation);
            Add(archive, "README.txt", Text("check.txt"));
            Add(archive, "check.sh", Text("check.sh"));
            Add(archive, "checkpoint.txt", note.ToString());
            Add(archive, "key.txt", $"{key}\n");
            Add(archive, "key.pem", PemEncoding.WriteString("PUBLIC KEY", [.. KeyHead, .. key.PublicKey]) + "\n");
            await AddEntriesAsync(archive, organisation, note, size, subjects, cancel);
            await AddOtherAsync(archive, organisation, size, cancel);
        }

        return bytes.ToArray();
    }

    private async Task AddEntriesAsync(ZipArchive archive, OrganisationId organisation, SignedNote note, long size,
        IReadOnlyCollection<string> subjects, CancellationToken cancel)
    {
        var proofs = book.Proofs(organisation);
        foreach (var subject in subjects)
        {
            await foreach (var entry in book.Store.Read(organisation).EntriesAboutAsync(subject, cancel)
                .TakeWhile(entry => entry.Sequence <= size))
            {
                var path = await proofs.InclusionAsync(entry.Sequence - 1, size, cancel);
                var name = string.Create(CultureInfo.InvariantCulture, $"entry-{entry.Sequence}");
                Add(archive, $"{name}.json", Encoding.UTF8.GetString(ChainHash.Text(entry)));
                Add(archive, $"{name}.tlog-proof", string.Create(CultureInfo.InvariantCulture,
                    $"{ProofVersion}\nindex {entry.Sequence - 1}\n{Lines(path)}\n{note}"));
            }
        }
    }

    // The last that went out to others, so that the pack can be compared with what they keep.
    private async Task AddOtherAsync(ZipArchive archive, OrganisationId organisation, long size, CancellationToken cancel)
    {
        var sent = (await checkpoints.ListAsync(organisation, take: 60, cancel)).Select(kept => kept.Value)
            .Where(kept => kept.SentTo.Length + kept.SignedBy.Length > 0);
        foreach (var kept in sent)
        {
            if (SignedNote.TryRead(kept.Note, out var note) && Checkpoint.TryRead(note.Text, out var other)
                && other.Size != size)
            {
                var proof = await book.Proofs(organisation)
                    .ConsistencyAsync(Math.Min(size, other.Size), Math.Max(size, other.Size), cancel);
                Add(archive, "other.txt", note.ToString());
                Add(archive, "consistency.txt", Lines(proof));
                return;
            }
        }
    }

    private static string Lines(IEnumerable<byte[]> hashes) =>
        string.Concat(hashes.Select(hash => $"{Convert.ToBase64String(hash)}\n"));

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"pack/{name}")
            ?? throw new InvalidOperationException($"{name} is missing from this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
