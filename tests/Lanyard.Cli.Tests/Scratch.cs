namespace Lanyard.Cli.Tests;

/// <summary>A folder for a test, which goes with it.</summary>
internal sealed class Scratch : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("lanyard-scratch-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
