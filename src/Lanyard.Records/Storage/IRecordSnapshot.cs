namespace Lanyard.Records.Storage;

/// <summary>Reads an organisation as it was at one moment, whatever is written meanwhile. Nobody waits for it to be
/// disposed.</summary>
public interface IRecordSnapshot : IRecordReader, IAsyncDisposable;
