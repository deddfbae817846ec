using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Web.Features.CaseAccess;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Features.People;

/// <summary>Writes what happens to many people, in steps between which others write, and lets the accounts
/// follow.</summary>
public sealed class PeopleSteps(RecordBook book, PeopleDesk desk, CaseRoleDesk cases)
{
    /// <summary>Writes it. A person somebody else changed in the meantime is left as they are.</summary>
    /// <param name="who">Who decided it.</param>
    /// <param name="decided">What was decided.</param>
    /// <param name="known">The people as they were when it was decided.</param>
    /// <param name="after">The last entry of the record when it began, perhaps before a restart.</param>
    /// <param name="note">Notes how many are written, of how many, in the same transaction.</param>
    /// <param name="cancel">Gives up between two steps. What is written stays.</param>
    /// <returns>Those who were left as they are.</returns>
    public async Task<IReadOnlyList<Person>> WriteAsync(
        Who who, Outcome decided, IReadOnlyDictionary<PersonId, Kept<Person>> known, long after,
        Func<IRecordTransaction, int, int, Task> note, CancellationToken cancel)
    {
        var passed = await cases.PassAsync(who, decided, [.. known.Values.Select(kept => kept.Value)], cancel);
        foreach (var back in passed.Events.OfType<PersonReturned>())
        {
            await desk.EndAsync(who, back.Person, cancel); // first: nothing of before opens what is theirs now
        }

        var expected = known.Values.ToDictionary(
            kept => $"person/{kept.Value.Id}", kept => kept.Version, StringComparer.Ordinal);
        var leftOut = new HashSet<string>(StringComparer.Ordinal);
        var (events, done) = (passed.Events, 0);
        while (events.Length > 0)
        {
            var (before, total) = (done, done + events.Length);
            var written = await book.WriteInStepsAsync(
                who.At, new(who.Id), events, expected, cancel, (write, some) => note(write, before + some, total));
            done += written.Count;
            if (written.ChangedMeanwhile is not { } subject)
            {
                break;
            }

            leftOut.Add(subject);
            var touched = events.Take(written.Count).Select(happened => happened.Subject).ToHashSet();
            events = [.. events.Skip(written.Count).Where(happened => happened.Subject != subject)];
            expected = expected.Where(pair => !touched.Contains(pair.Key))
                .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        }

        await SettleAsync(who, after, cancel);
        return [.. known.Values.Select(kept => kept.Value).Where(person => leftOut.Contains($"person/{person.Id}"))];
    }

    // An address that somebody else was given by hand in the meantime is shared by then: a contact, for nobody to sign
    // in with but them.
    private async Task SettleAsync(Who who, long after, CancellationToken cancel)
    {
        var people = await book.ListAsync<Person>(who.At, cancel);
        var here = people.Where(kept => kept.Value is { Left: null, Details.Email: not null });
        foreach (var same in here
            .GroupBy(kept => kept.Value.Details!.Email!, StringComparer.OrdinalIgnoreCase) // only those with one
            .Where(group => group.Count() > 1))
        {
            var holder = same.MinBy(kept => (kept.Version > after, kept.Version))!; // there are two at least
            await book.WriteAsync(
                who.At, new(who.Id),
                [.. same.Where(kept => kept != holder && kept.Version > after).Select(kept => Sharing(kept.Value))],
                same.ToDictionary(
                    kept => $"person/{kept.Value.Id}", kept => kept.Version, StringComparer.Ordinal), cancel);
        }

        await desk.FollowAsync(
            who, [.. people.Where(kept => kept.Version > after).Select(kept => kept.Value.Id)],
            new HashSet<PersonId>(), cancel);
    }

    private static PersonChanged Sharing(Person person) => new(person.Id, person.Roles)
    {
        Content = person.Details! with { Email = null, ContactEmail = person.Details.Email }, // only those with one
    };
}
