using System.Globalization;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Records.Storage;

namespace Lanyard.Web.Features.Notices;

/// <summary>The letters of an organisation that wait to be sent, the next one first.</summary>
public sealed class Outbox(RecordBook book)
{
    private const int Batch = 100;

    // The pauses after the first, the second … try, and after every later one the last of them.
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4)];

    /// <summary>The letters that are due, with the keys of their notices.</summary>
    public async Task<IReadOnlyList<(string Key, Letter Letter)>> DueAsync(OrganisationId organisation, DateTimeOffset now, CancellationToken cancel) =>
        [.. (await Rows(organisation).ListAsync(cancel, take: Batch)).Where(kept => kept.Value.NextAt <= now).Select(kept => (kept.Place.Key, kept.Value))];

    /// <summary>When the next letter is due; <see langword="null"/> if none waits.</summary>
    public async Task<DateTimeOffset?> NextAsync(OrganisationId organisation, CancellationToken cancel) =>
        (await Rows(organisation).ListAsync(cancel, take: 1)) is [var first] ? first.Value.NextAt : null;

    /// <summary>Whose letters of a kind wait.</summary>
    public async Task<IReadOnlySet<PersonId>> WaitingAsync(OrganisationId organisation, LetterKind kind, CancellationToken cancel) =>
        (await Rows(organisation).ListAsync(cancel)).Where(kept => kept.Value.Kind == kind).Select(kept => kept.Value.Recipient).ToHashSet();

    /// <summary>Counts a try of each letter and sets it to be tried again after a pause, which grows with the tries.</summary>
    /// <remarks>Done before a letter is sent: whatever then ends the process, the letter still waits, and no second sender begins it meanwhile.</remarks>
    public async Task BeginAsync(OrganisationId organisation, IEnumerable<string> keys, DateTimeOffset now, CancellationToken cancel)
    {
        await using var write = await book.Store.WriteAsync(organisation, cancel);
        foreach (var key in keys)
        {
            if (await Rows(organisation).FindAsync(write, key, cancel) is { } kept)
            {
                var letter = kept.Value;
                await PutAsync(write, key, letter with { Tries = letter.Tries + 1, NextAt = now + Pauses[Math.Min(letter.Tries, Pauses.Length - 1)] }, cancel);
            }
        }

        await write.CommitAsync(cancel);
    }

    /// <summary>Puts a letter in, within a transaction.</summary>
    public Task PutAsync(IRecordTransaction write, string key, Letter letter, CancellationToken cancel) =>
        Rows(write.Organisation).PutAsync(write, key, letter, [], letter.NextAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture), cancel);

    /// <summary>Takes a letter out, within a transaction.</summary>
    public Task RemoveAsync(IRecordTransaction write, string key, CancellationToken cancel) => Rows(write.Organisation).RemoveAsync(write, key, cancel);

    private KeptRows<Letter> Rows(OrganisationId organisation) => new(book.Store, organisation, "outbox");
}
