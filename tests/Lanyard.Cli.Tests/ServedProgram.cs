using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Shouldly;

namespace Lanyard.Cli.Tests;

/// <summary>The program itself, serving in a process of its own that can be killed.</summary>
internal sealed partial class ServedProgram : IDisposable
{
    private const int FileSizeLimit = 1;

    private readonly Process _process;

    private ServedProgram(Process process, string address, string welcome) => (_process, Address, Welcome) = (process, address, welcome);

    public string Address { get; }

    /// <summary>What it printed when it had started.</summary>
    public string Welcome { get; }

    /// <summary>Lets no file of it grow beyond a size from now on; none for as far as the disk goes. Then its disk
    /// fails, as far as it can tell.</summary>
    public void LimitFiles(ulong? bytes)
    {
        var limit = new FileLimit(bytes ?? ulong.MaxValue, ulong.MaxValue);
        SetLimit(_process.Id, FileSizeLimit, in limit, 0).ShouldBe(0);
    }

    public static async Task<ServedProgram> StartAsync(string folder, bool isDemo, CancellationToken cancel,
        params string[] more)
    {
        string[] arguments = [typeof(Commands.CheckCommand).Assembly.Location, "serve", "--data", folder, "--urls", "http://127.0.0.1:0", .. isDemo ? ["--demo"] : Array.Empty<string>(), .. more];
        // dotnet runs this very test
        var process =
        Process.Start(
            new ProcessStartInfo("bash",
            ["-c", "trap '' XFSZ; exec dotnet \"$@\"", "bash", .. arguments]) { UseShellExecute = false,
            RedirectStandardOutput = true, RedirectStandardError = true })!;
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

    [DllImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int process, int what, in FileLimit limit, nint before);

    [GeneratedRegex(@"Lanyard is at (?<address>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AddressLine();

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct FileLimit(ulong Soft, ulong Hard);
}
