using System.Text.Json;
using Lanyard.Domain.Organisations;
using Lanyard.Records;

namespace Lanyard.Web.Infrastructure.Keeping;

/// <summary>Removes what has ended by itself from the file: sessions, links, spent challenges, uploaded lists and kept answers.</summary>
internal sealed class Sweep(RecordBook book, TimeProvider clock)
{
    private const int AtOnce = 100; // in one transaction, so that nobody else waits long to write

    private static readonly string[] Swept = ["session", "half-session", "link", "spent-challenge", "people-import", "api-answer"];
    private static readonly string[] Ends = ["ends", "until"]; // what a row calls its end

    /// <summary>Removes what has ended.</summary>
    /// <returns>How many rows were removed.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var removed = 0;
        foreach (var organisation in await book.Store.OrganisationsAsync(cancel))
        {
            foreach (var register in Swept)
            {
                foreach (var some in (await EndedAsync(organisation, register, cancel)).Chunk(AtOnce))
                {
                    await using var write = await book.Store.WriteAsync(organisation, cancel);
                    foreach (var key in some)
                    {
                        await write.RemoveAsync(register, key, cancel);
                    }

                    await write.CommitAsync(cancel);
                    removed += some.Length;
                }
            }
        }

        return removed;
    }

    private async Task<IEnumerable<string>> EndedAsync(OrganisationId organisation, string register,
        CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var rows = await book.Store.Read(organisation).ListAsync(new(register), cancel);
        return [.. rows.Where(row => EndOf(row.Body) is { } end && end < now).Select(row => row.Key)];
    }

    private static DateTimeOffset? EndOf(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.ValueKind != JsonValueKind.Object ? null
            : Ends.Select(name => json.RootElement.TryGetProperty(name, out var end)
                && end.TryGetDateTimeOffset(out var moment) ? moment : (DateTimeOffset?)null)
                .FirstOrDefault(end => end is not null);
    }
}
