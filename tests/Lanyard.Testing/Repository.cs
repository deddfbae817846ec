using System.Runtime.CompilerServices;

namespace Lanyard.Testing;

/// <summary>The files of this repository, found from where this one was compiled.</summary>
public static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    /// <summary>The names of the policies that ship.</summary>
    public static IEnumerable<string> Policies => Directory.EnumerateFiles(Path.Combine(Root, "policies"), "*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>The C# files under a folder, without what builds leave behind.</summary>
    public static IEnumerable<string> SourceFiles(string folder) => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
