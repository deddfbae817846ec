namespace Lanyard.Import.Apart;

/// <summary>Finds the program whose process reads foreign files: the one that runs, or the one that lies beside
/// it.</summary>
internal static class ApartProgram
{
    private const string Program = "lanyard";

    /// <summary>The words that start it; <see langword="null"/> if it cannot be found.</summary>
    public static string[]? Command { get; } = Find();

    private static string[]? Find()
    {
        if (
            Environment.ProcessPath is { } running
            && Path.GetFileNameWithoutExtension(running).Equals(Program, StringComparison.OrdinalIgnoreCase)
        )
        {
            return [running];
        }

        // Started by `dotnet lanyard.dll`, or from a test that has the program beside it.
        var library = Path.Combine(AppContext.BaseDirectory, $"{Program}.dll");
        return File.Exists(library) ? [Host() ?? "dotnet", library] : null;
    }

    private static string? Host()
    {
        // The runtime lies three folders below the program that starts it.
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var host = runtime is { Length: > 0 }
            ? Path.GetFullPath(
                Path.Combine(runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
            )
            : null;
        return host is not null && File.Exists(host) ? host : null;
    }
}
