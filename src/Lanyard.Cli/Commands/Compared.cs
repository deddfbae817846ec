using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Records.Checkpoints;
using Lanyard.Web.Features.Checkpoints.Witnessing;

namespace Lanyard.Cli.Commands;

/// <summary>What records are compared with that was kept elsewhere.</summary>
/// <param name="Heads">Hashes of entries.</param>
/// <param name="Checkpoints">Checkpoints.</param>
/// <param name="Witnesses">Witnesses, which are asked.</param>
internal sealed record Compared(
    IReadOnlyCollection<string> Heads,
    IReadOnlyCollection<(SignedNote Note, Checkpoint Checkpoint)> Checkpoints,
    IReadOnlyCollection<Witness> Witnesses)
{
    /// <summary>Nothing.</summary>
    public static Compared WithNothing { get; } = new([], [], []);

    /// <summary>Whether there is anything: without it, an earlier copy of everything looks whole.</summary>
    public bool IsAny => Heads.Count + Checkpoints.Count + Witnesses.Count > 0;

    /// <summary>The checkpoints of records that are not there, and those that were signed by another key.</summary>
    public IEnumerable<string> Strange(RecordBook book, IReadOnlyCollection<OrganisationId> organisations)
    {
        var keys = organisations.ToDictionary(RecordCheckpoints.OriginOf, book.Checkpoints.KeyOf);
        foreach (var (note, checkpoint) in Checkpoints)
        {
            if (!keys.TryGetValue(checkpoint.Origin, out var key))
            {
                yield return $"There is no record of {checkpoint.Origin}, of which a checkpoint was kept.";
            }
            else if (!note.IsSignedBy(key))
            {
                yield return $"The checkpoint of {checkpoint.Origin} with {checkpoint.Size} entries was not signed by the "
                    + "key of these records.";
            }
        }
    }

    /// <summary>What the witnesses say against the records.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(RecordBook book, IReadOnlyCollection<OrganisationId> organisations,
        CancellationToken cancel)
    {
        var said = new List<string>();
        using var client = new WitnessClient();
        foreach (var organisation in organisations)
        {
            if (await book.Checkpoints.MakeAsync(organisation, cancel) is not { } note
                || !Checkpoint.TryRead(note.Text, out var checkpoint))
            {
                continue; // the check of the chain says why
            }

            foreach (var witness in Witnesses)
            {
                var outcome = await client.AskAsync(witness, note, book.Proofs(organisation), cancel);
                said.Add(outcome.Finding switch
                {
                    WitnessFinding.HasSigned => "",
                    WitnessFinding.NotKnown => $"{organisation}: The witness {witness.Key.Name} does not sign for it.",
                    WitnessFinding.NotReached => $"{organisation}: The witness {witness.Key.Name} could not be asked.",
                    _ => $"{organisation}: {outcome.Problem(witness.Key.Name, checkpoint.Size)}",
                });
            }
        }

        return [.. said.Where(each => each.Length > 0)];
    }
}
