using System.CommandLine;

namespace Lanyard.Cli.Commands;

/// <summary>The file of the master key, for those who keep it apart from what it seals.</summary>
internal static class KeyOption
{
    public static Option<string?> Create() => new("--key")
    {
        Description = "The file of the master key, if it does not lie in the data folder.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("LANYARD_KEY"),
        HelpName = "FILE",
    };
}
