using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People;

namespace Lanyard.Benchmarks;

/// <summary>Writes records with several writers at once, and says of each that it is written, until it is killed.</summary>
internal static class KillsWriter
{
    private const int Writers = 4;

    private static readonly Dictionary<string, long> Anything = [];

    public static async Task RunAsync(string folder, OrganisationId organisation)
    {
        var book = await new DataFolder(folder).OpenAsync(TimeProvider.System, CancellationToken.None);
        await using var standardOutput = Console.OpenStandardOutput();
        await using var output = new StreamWriter(standardOutput) { AutoFlush = true };
        var mouth = new Lock();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            while (true)
            {
                // Somebody joins, changes and is away: an entry sealed, a row written three times, in one transaction.
                var (person, name) = (new PersonId(Guid.CreateVersion7()), Guid.NewGuid().ToString("N"));
                await book.WriteAsync(
                    organisation, Author.Lanyard,
                    [
                        new PersonJoined(person, [new("teacher", School: null)]) { Content = new("somebody", null) },
                        new PersonChanged(person, [new("governor", School: null)]) { Content = new(name, $"{name}@school.example") },
                        new AbsenceSet(person, new(new(2026, 9, 1), new(2026, 9, 2))),
                    ],
                    Anything, CancellationToken.None);
                lock (mouth)
                {
                    output.Write($"{name}.\n"); // acknowledged only now
                }
            }
        })));
    }
}
