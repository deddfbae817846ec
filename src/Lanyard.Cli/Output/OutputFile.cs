namespace Lanyard.Cli.Output;

/// <summary>Writes files for the person who called.</summary>
internal static class OutputFile
{
    /// <summary>Writes a text file, replacing it if it is there.</summary>
    /// <exception cref="Misuse">It cannot be written.</exception>
    public static async Task WriteAsync(string path, string text, CancellationToken cancel)
    {
        try
        {
            await File.WriteAllTextAsync(path, text, cancel);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new Misuse($"Cannot write {path}: {problem.Message}");
        }
    }
}
