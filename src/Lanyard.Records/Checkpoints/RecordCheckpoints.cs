using System.Security.Cryptography;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Sealing;
using Lanyard.Records.Storage;
using Lanyard.Records.Tree;

namespace Lanyard.Records.Checkpoints;

/// <summary>Makes checkpoints of records, and signs them.</summary>
/// <remarks>The keys come from the master key. So a signature says which installation made a checkpoint, and no more:
/// who has the master key can sign another one. That a record only grew is proved by a checkpoint that somebody else
/// keeps, or by the cosignature of a witness.</remarks>
public sealed class RecordCheckpoints
{
    private readonly IRecordStore _store;
    private readonly MasterKey _master;

    internal RecordCheckpoints(IRecordStore store, MasterKey master) => (_store, _master) = (store, master);

    /// <summary>What the record of an organisation is called in checkpoints.</summary>
    public static string OriginOf(OrganisationId organisation) => $"lanyard/{organisation}";

    /// <summary>The key by which others see that this installation signed for an organisation.</summary>
    public NoteKey KeyOf(OrganisationId organisation) =>
        new(OriginOf(organisation), NoteKeyKind.Log, SignerOf(organisation).PublicKey());

    /// <summary>A checkpoint, signed; <see langword="null"/> if there is no record.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="size">With how many entries; <see langword="null"/> for all there are.</param>
    public async Task<SignedNote?> MakeAsync(OrganisationId organisation, CancellationToken cancel, long? size = null)
    {
        var rows = new TreeRows(_store.Read(organisation));
        if (await rows.FindAsync(cancel) is not { } tree || size > tree.Size)
        {
            return null;
        }

        var root = size is null || size == tree.Size ? tree.ToEdge().Root()
            : await new TreeProver(rows).RootAsync(size.Value, cancel);
        var text = new Checkpoint(OriginOf(organisation), size ?? tree.Size, root).ToString();
        return new(text, [KeyOf(organisation).Sign(text, SignerOf(organisation), default)]);
    }

    /// <summary>The key by which this installation signs as a witness for the records of others.</summary>
    public NoteKey WitnessKey()
    {
        var publicKey = WitnessSigner().PublicKey();
        return new($"lanyard-witness/{Convert.ToHexStringLower(SHA256.HashData(publicKey))[..16]}", NoteKeyKind.Witness,
            publicKey);
    }

    /// <summary>Signs as a witness.</summary>
    public NoteSignature Cosign(string text, DateTimeOffset now) => WitnessKey().Sign(text, WitnessSigner(), now);

    private SigningKey SignerOf(OrganisationId organisation) =>
        new(_master.Derive($"lanyard-checkpoint-1 {organisation}"));

    private SigningKey WitnessSigner() => new(_master.Derive("lanyard-witness-1"));
}
