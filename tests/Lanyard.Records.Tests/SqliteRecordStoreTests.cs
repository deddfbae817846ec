using Lanyard.Compliance;
using Lanyard.Records.Sqlite;
using Lanyard.Records.Storage;

namespace Lanyard.Records.Tests;

public sealed class SqliteRecordStoreTests : RecordStoreCompliance
{
    protected override async Task<IRecordStore> OpenAsync() =>
        await SqliteRecordStore.OpenAsync(Path.Combine(Directory.CreateTempSubdirectory("lanyard-store-").FullName, "lanyard.db"), CancellationToken.None);

    protected override async Task<IRecordStore> OpenBackupAsync(string file) => await SqliteRecordStore.OpenAsync(file, CancellationToken.None);
}
