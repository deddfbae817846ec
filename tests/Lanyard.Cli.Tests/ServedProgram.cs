using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Lanyard.Cli.Tests;

/// <summary>The program itself, serving in a process of its own that can be killed.</summary>
internal sealed partial class ServedProgram : IDisposable
{
    private readonly Process _process;

    private ServedProgram(Process process, string address, string welcome) => (_process, Address, Welcome) = (process, address, welcome);

    public string Address { get; }

    /// <summary>What it printed when it had started.</summary>
    public string Welcome { get; }

    public static async Task<ServedProgram> StartAsync(string folder, bool isDemo, CancellationToken cancel)
    {
        string[] arguments = [typeof(Commands.CheckCommand).Assembly.Location, "serve", "--data", folder, "--urls", "http://127.0.0.1:0", .. isDemo ? ["--demo"] : Array.Empty<string>()];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!; // dotnet runs this very test
        var welcome = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            welcome.Add(line);
            if (line.StartsWith("Stop it", StringComparison.Ordinal))
            {
                var address = AddressLine().Match(string.Join('\n', welcome)).Groups["address"].Value;
                return new(process, address, string.Join('\n', welcome));
            }
        }

        throw new InvalidOperationException($"It did not start: {string.Join('\n', welcome)} {await process.StandardError.ReadToEndAsync(cancel)}");
    }

    /// <summary>As kill -9: no chance to tidy up.</summary>
    public async Task KillAsync(CancellationToken cancel)
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(cancel);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"Lanyard is at (?<address>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AddressLine();
}
