using System.Globalization;

namespace Lanyard.Benchmarks;

/// <summary>Times the pages of a small installation against those of a large one: two programs at once, asked in turn, so that whatever else the machine does hits both.</summary>
internal static class Pages
{
    private const int WarmUp = 300;

    private static readonly string[] Addresses = ["/", "/policies", "/people", "/ask", "/evidence", "/notices", "/account"];

    // Their content is worked out anew after something was written, so they are timed after that too.
    private static readonly string[] AfterWriting = ["/", "/evidence"];

    /// <summary>Measures and prints.</summary>
    /// <param name="program">The program that serves.</param>
    /// <param name="organisations">How many organisations the large installation has.</param>
    /// <param name="requests">How many requests of each page are timed.</param>
    /// <param name="folder">Where filled installations are kept for the next time.</param>
    public static async Task RunAsync(string program, int organisations, int requests, string folder)
    {
        var (small, large) = (new Size(1, 100, 900), new Size(organisations, 1_000, 9_000));
        using var few = await Served.StartAsync(program, await FilledAsync(folder, small));
        using var many = await Served.StartAsync(program, await FilledAsync(folder, large));
        Console.WriteLine($"page\tp50 with {small.Records:N0} records, ms\tp50 with {large.Records:N0}\tratio\tp99 with {small.Records:N0}\tp99 with {large.Records:N0}\tratio");
        foreach (var (page, isAfterWriting) in Addresses.Select(page => (page, false)).Concat(AfterWriting.Select(page => (page, true))))
        {
            var (fast, slow) = (new double[requests], new double[requests]);
            for (var round = -WarmUp; round < requests; round++)
            {
                if (isAfterWriting)
                {
                    await few.AskAsync();
                    await many.AskAsync();
                }

                var (one, other) = (await few.TimeAsync(page), await many.TimeAsync(page));
                if (round >= 0)
                {
                    (fast[round], slow[round]) = (one, other);
                }
            }

            Array.Sort(fast);
            Array.Sort(slow);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page}{(isAfterWriting ? " after an answer" : "")}\t{Compare(fast, slow, 50)}\t{Compare(fast, slow, 99)}"));
        }

        await Console.Error.WriteLineAsync($"Memory afterwards: {few.Megabytes} MiB and {many.Megabytes} MiB.");
    }

    private static string Compare(double[] fast, double[] slow, int percent)
    {
        var at = (fast.Length * percent / 100) - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{fast[at]:F2}\t{slow[at]:F2}\t{slow[at] / fast[at]:F2}");
    }

    private static async Task<string> FilledAsync(string folder, Size size)
    {
        var filled = Path.Combine(folder, $"pages-{size.Records}");
        if (!Directory.Exists(filled))
        {
            var unfinished = filled + ".unfinished";
            await Filling.FillAsync(unfinished, size);
            Directory.Move(unfinished, filled);
        }

        return filled;
    }
}
