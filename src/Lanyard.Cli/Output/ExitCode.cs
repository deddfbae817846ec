namespace Lanyard.Cli.Output;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    public const int Findings = 1;

    public const int Misuse = 2;
}
