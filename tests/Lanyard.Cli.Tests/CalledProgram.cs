using System.Diagnostics;
using Lanyard.Testing;

namespace Lanyard.Cli.Tests;

/// <summary>The program itself, called as a shell calls it, from the root of the repository.</summary>
internal static class CalledProgram
{
    public static Task<(int Code, string Out, string Error)> RunAsync(params string[] arguments) => RunAsync(arguments, "");

    public static async Task<(int Code, string Out, string Error)> RunAsync(
        string[] arguments, string input, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Commands.CheckCommand).Assembly.Location, .. arguments])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var program = Process.Start(start)!; // dotnet runs this very test
        var (output, error) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.StandardInput.WriteAsync(input);
        program.StandardInput.Close();
        await program.WaitForExitAsync();
        return (program.ExitCode, await output, await error);
    }
}
