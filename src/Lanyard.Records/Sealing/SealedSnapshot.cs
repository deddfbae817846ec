using Lanyard.Records.Storage;

namespace Lanyard.Records.Sealing;

/// <summary>Reads an organisation, whose rows lie sealed, as it was at one moment.</summary>
internal sealed class SealedSnapshot(IRecordSnapshot inner, RowSeal seal) : SealedReader(inner, seal), IRecordSnapshot
{
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
