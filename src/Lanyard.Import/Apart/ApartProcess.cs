using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Lanyard.Import.Apart;

/// <summary>Reads a foreign file in a process of the same program, with limits on time, memory and output, and with
/// nothing of our environment.</summary>
/// <remarks>The file goes in by standard input and the answer comes out by standard output: the process is given no
/// file, no address and no secret.</remarks>
public static class ApartProcess
{
    private const int OutOfMemory = 137; // ended by the system

    private static readonly SemaphoreSlim AtOnce = new(2);

    /// <summary>Has a reader read a file.</summary>
    /// <param name="reader">The name of the reader: see <see cref="ApartReaders"/>.</param>
    /// <param name="file">The file.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="cancel">Gives up waiting, and ends the process.</param>
    public static async Task<(byte[] Output, ApartProblem Problem)> ReadAsync(
        string reader,
        ReadOnlyMemory<byte> file,
        ApartLimits limits,
        CancellationToken cancel
    )
    {
        await AtOnce.WaitAsync(cancel);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(limits.Longest);
            using var process = Start(reader, limits);
            return process is null
                ? ([], ApartProblem.NotStarted)
                : await TalkAsync(process, file, limits, limit.Token, cancel);
        }
        finally
        {
            AtOnce.Release();
        }
    }

    private static async Task<(byte[] Output, ApartProblem Problem)> TalkAsync(
        Process process,
        ReadOnlyMemory<byte> file,
        ApartLimits limits,
        CancellationToken limit,
        CancellationToken cancel
    )
    {
        try
        {
            var (output, errors) = (
                WithinAsync(process.StandardOutput.BaseStream, limits.MostOutput, limit),
                WithinAsync(process.StandardError.BaseStream, 64 * 1024, limit)
            );
            await SendAsync(process, file, limit);
            var answer = await output;
            var told = await errors;
            if (answer is null || told is null)
            {
                return ([], ApartProblem.TooMuch);
            }

            await process.WaitForExitAsync(limit);
            return process.ExitCode == 0
                ? (answer, ApartProblem.None)
                : (
                    [],
                    process.ExitCode == OutOfMemory
                    || told.AsSpan().IndexOf("OutOfMemory"u8) >= 0
                    || told.AsSpan().IndexOf("Out of memory"u8) >= 0
                        ? ApartProblem.TooMuch
                        : ApartProblem.Broken
                );
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return ([], ApartProblem.TooLong);
        }
        finally
        {
            process.Kill(entireProcessTree: true); // does nothing to a process that has ended
        }
    }

    // A process that ends before it has read everything says by how it ended what was wrong.
    private static async Task SendAsync(Process process, ReadOnlyMemory<byte> file, CancellationToken limit)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(file, limit);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            return;
        }
    }

    private static async Task<byte[]?> WithinAsync(Stream from, int most, CancellationToken limit)
    {
        using var all = new MemoryStream();
        var part = new byte[16_384];
        while (await from.ReadAsync(part, limit) is > 0 and var count)
        {
            if (all.Length + count > most)
            {
                return null;
            }

            await all.WriteAsync(part.AsMemory(0, count), limit);
        }

        return all.ToArray();
    }

    private static Process? Start(string reader, ApartLimits limits)
    {
        if (ApartProgram.Command is not { } command)
        {
            return null;
        }

        // The shell sets what the system enforces: seconds of work, no file of more than a megabyte, no image of a
        // crash. Then it becomes the program.
        var seconds = Math.Ceiling(limits.Longest.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        string[] words = OperatingSystem.IsWindows()
            ? [.. command, ApartReaders.Verb, reader]
            :
            [
                "/bin/sh",
                "-c",
                $"ulimit -t {seconds} -c 0 2>/dev/null; ulimit -f 2048 2>/dev/null; exec \"$@\"",
                "sh",
                .. command,
                ApartReaders.Verb,
                reader,
            ];
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        Clear(start, limits);
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    // Nothing of our environment goes along but what a .NET program needs to start.
    private static void Clear(ProcessStartInfo start, ApartLimits limits)
    {
        foreach (
            var name in start
                .Environment.Keys.Except(
                    ["PATH", "DOTNET_ROOT", "DOTNET_ROOT_X64", "HOME", "TMPDIR", "SystemRoot", "TEMP"],
                    StringComparer.OrdinalIgnoreCase
                )
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = limits.MostMemory.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // else it would write a file of its own
        start.Environment["DOTNET_TieredPGO"] = "0";
    }
}
