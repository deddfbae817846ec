using Lanyard.Domain.Organisations;
using Lanyard.Records.Storage;
using Lanyard.Workflows;

namespace Lanyard.Records;

/// <summary>Writes a great deal, and lets others write in between.</summary>
public static class RecordSteps
{
    private const int MostInAStep = 500; // events

    // With its commit, and what a busy machine adds, nobody is held up for much longer than a page takes.
    private static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(10);

    /// <summary>Writes a great deal of what happened in steps, between which others write: nobody waits for the whole
    /// of it.</summary>
    /// <remarks>
    /// Each step is written whole or not at all, in order. If a later one is not, the earlier ones stay: decide anew on
    /// what is there by
    /// then, and write the rest. What says how far it has come belongs into <paramref name="also"/>, which is in the
    /// transaction of the step.
    /// </remarks>
    /// <param name="book">The record.</param>
    /// <param name="organisation">Where.</param>
    /// <param name="author">Who.</param>
    /// <param name="events">What, in order.</param>
    /// <param name="expected">The version of each subject that it was decided on, looked at in the step that writes it
    /// first.</param>
    /// <param name="cancel">Gives up between two steps.</param>
    /// <param name="also">What else is kept in the transaction of each step, told how many are written by then.</param>
    /// <param name="progress">Told after each step how many are written.</param>
    /// <exception cref="NotWrittenException">The store cannot be written to at the moment. The earlier steps
    /// stay.</exception>
    public static async Task<Written> WriteInStepsAsync(
        this RecordBook book,
        OrganisationId organisation,
        Author author,
        IReadOnlyList<Event> events,
        IReadOnlyDictionary<string, long> expected,
        CancellationToken cancel,
        Func<IRecordTransaction, int, Task>? also = null,
        IProgress<int>? progress = null)
    {
        var (done, touched) = (0, new HashSet<string>(StringComparer.Ordinal));
        while (true)
        {
            var (before, next) = (done, events.Skip(done).Take(MostInAStep).ToList());
            var theirs = next.Select(happened => happened.Subject)
                .Where(subject => !touched.Contains(subject) && expected.ContainsKey(subject))
                .Distinct(StringComparer.Ordinal);
            var (written, count) = await book.WriteSomeAsync(
                organisation, author, next,
                    theirs.ToDictionary(subject => subject, subject => expected[subject], StringComparer.Ordinal),
                    LongestStep,
                also is null ? null : (transaction, some) => also(transaction, before + some), stands: null, cancel);
            done += count;
            if (!written.IsDone || done == events.Count)
            {
                return written with { Count = done };
            }

            touched.UnionWith(next.Take(count).Select(happened => happened.Subject));
            progress?.Report(done);
        }
    }
}
