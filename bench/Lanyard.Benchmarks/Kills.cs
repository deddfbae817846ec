using System.Diagnostics;
using System.Globalization;
using Lanyard.Domain.Organisations;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People;

namespace Lanyard.Benchmarks;

/// <summary>Kills a process that writes records, at a random moment, and checks after every kill what it left.</summary>
internal static class Kills
{
    private const int KillsOfOneFolder = 100; // then a new one, so that checking all of it stays quick
    private const int LongestRun = 60; // milliseconds after the first acknowledgement

    public static async Task RunAsync(int kills)
    {
        var random = new Random(41);
        var start = Stopwatch.GetTimestamp();
        var (folder, organisation, acknowledged, unanswered, inAll) = ("", default(OrganisationId), new HashSet<string>(StringComparer.Ordinal), 0L, 0L);
        for (var kill = 0; kill < kills; kill++)
        {
            if (kill % KillsOfOneFolder == 0)
            {
                Discard(folder);
                (folder, organisation) = (Directory.CreateTempSubdirectory("lanyard-kills-").FullName, new(Guid.CreateVersion7()));
                acknowledged.Clear();
            }

            var before = acknowledged.Count;
            await KillAsync(folder, organisation, random.Next(LongestRun), acknowledged);
            inAll += acknowledged.Count - before;
            unanswered += await CheckAsync(folder, organisation, acknowledged, kill);
        }

        Discard(folder);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kills} kills in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s: {inAll} acknowledged records, none lost; {unanswered} written whole and killed before they were acknowledged; every chain verifies; the registers equal a replay."));
    }

    // Reads what the writer says is written, until it is dead.
    private static async Task KillAsync(string folder, OrganisationId organisation, int delay, HashSet<string> acknowledged)
    {
        using var writer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--kills-writer", folder, organisation.ToString()]) { RedirectStandardOutput = true, UseShellExecute = false })!; // it is this very program
        Task? death = null;
        while (await writer.StandardOutput.ReadLineAsync() is { } line)
        {
            // A line counts once it has its end: what the kill cut short was not acknowledged.
            if (line.EndsWith('.'))
            {
                acknowledged.Add(line[..^1]);
            }

            death ??= KillAsync(writer, delay);
        }

        await (death ?? throw new InvalidOperationException("The writer ended before it wrote anything."));
        await writer.WaitForExitAsync();
    }

    private static async Task KillAsync(Process writer, int delay)
    {
        await Task.Delay(delay);
        writer.Kill(); // SIGKILL: nothing in it can run any more
    }

    // How many records more there are than were acknowledged.
    private static async Task<int> CheckAsync(string folder, OrganisationId organisation, HashSet<string> acknowledged, int kill)
    {
        var book = await new DataFolder(folder).OpenAsync(TimeProvider.System, CancellationToken.None);
        await using var store = book.Store;
        var report = await book.VerifyAsync(organisation, CancellationToken.None);
        if (!report.IsWhole)
        {
            throw new InvalidOperationException($"After kill {kill + 1}, the chain breaks at entry {report.BrokenAt}: {report.Problem}. The folder is {folder}.");
        }

        if (await book.CompareAsync(organisation, CancellationToken.None) is { Count: > 0 } differing)
        {
            throw new InvalidOperationException($"After kill {kill + 1}, {differing.Count} rows differ from a replay, the first {differing[0]}. The folder is {folder}.");
        }

        var there = (await book.ListAsync<Person>(organisation, CancellationToken.None)).Select(kept => kept.Value.Name).ToHashSet(StringComparer.Ordinal);
        if (acknowledged.FirstOrDefault(name => !there.Contains(name)) is { } lost)
        {
            throw new InvalidOperationException($"After kill {kill + 1}, the acknowledged record of {lost} is gone. The folder is {folder}.");
        }

        var more = there.Count - acknowledged.Count;
        acknowledged.UnionWith(there); // what is there once must stay there as well
        return more;
    }

    private static void Discard(string folder)
    {
        if (folder.Length > 0)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
