using System.CommandLine;

namespace Lanyard.Cli.Commands;

/// <summary>The folder that holds everything of an installation.</summary>
internal static class DataOption
{
    public static Option<string> Create() => new("--data")
    {
        Description = "The folder that holds the records and the keys.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("LANYARD_DATA") ?? "lanyard-data",
        HelpName = "FOLDER",
    };
}
