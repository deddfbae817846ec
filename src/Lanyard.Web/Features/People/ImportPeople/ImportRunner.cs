using System.Collections.Immutable;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Lanyard.Workflows.People.Import;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>Carries out an import that was confirmed. Done again after it was broken off, it does the rest.</summary>
/// <remarks>It is written in steps, so that others write meanwhile. A person somebody else has changed since it was
/// confirmed is left as they made them, and told in the outcome.</remarks>
public sealed class ImportRunner(
    RecordBook book, PeopleSteps steps, ImportShelf shelf, ImportMemory memory, TimeProvider clock)
{
    /// <summary>Carries it out.</summary>
    public async Task RunAsync(OrganisationId organisation, string name, CancellationToken cancel)
    {
        if (await shelf.FindRunningAsync(organisation, name, cancel) is not { Run: { } run } kept
            || await WhoAsync(organisation, kept.By, run, cancel) is not { } who)
        {
            return;
        }

        var people = await book.ListAsync<Person>(organisation, cancel);
        var changed = people.Where(person => person.Version > run.After).Select(person => person.Value.Id).ToHashSet();
        var plan = Left(await PlanAsync(who, kept, [.. people.Select(person => person.Value)], cancel), changed,
            out var others);
        var decided = plan.Do(() => new(Guid.CreateVersion7(clock.GetUtcNow())), Today());
        var left = await steps.WriteAsync(
            who, decided, people.ToDictionary(person => person.Value.Id), run.After,
            (write, done, total) => shelf.NoteAsync(write, name, new(done, total), cancel), cancel);
        await shelf.FinishAsync(who, name, Outcome(run, plan, [.. others, .. left], decided), cancel);
    }

    private DateOnly Today() => UkTime.DayOf(clock.GetUtcNow());

    // Somebody who has left meanwhile had the right to confirm it when they did.
    private async Task<Who?> WhoAsync(OrganisationId at, PersonId by, ImportRun run, CancellationToken cancel) =>
        await book.FindAsync<Organisation>(at, $"organisation/{at}", cancel) is { } organisation
        && await book.FindAsync<Person>(at, $"person/{by}", cancel) is { } person
            ? new(organisation.Value, person.Value, run.HasSecondFactor) : null;

    private async Task<ImportPlan> PlanAsync(
        Who who, KeptImport kept, IReadOnlyList<Person> people, CancellationToken cancel)
    {
        var schools = (await book.ListAsync<School>(who.At, cancel)).Select(school => school.Value);
        var answers = await memory.RecallAsync(who, kept.File, kept.Answers, cancel);
        var setting = new ImportSetting(
            who.Organisation.Name, [.. schools], who.MayManagePeople, ManagedPeople.Rules(Today()),
            kept.RecordsLeavers) { Answers = answers };
        return ImportPlanner.Plan(kept.File.Read(answers, Today()), people, setting);
    }

    // Of those who have been changed since, what is still to be done was not seen by the person who confirmed it.
    private static ImportPlan Left(ImportPlan plan, HashSet<PersonId> changed, out IReadOnlyList<Person> others)
    {
        var asked = plan.Questions.Where(question => question.Waits).Select(question => question.Candidate);
        others = [.. plan.Changes.Select(change => change.Before).Concat(plan.Leavers).Concat(asked)
            .Where(person => changed.Contains(person.Id)).DistinctBy(person => person.Id)];
        return plan with
        {
            Changes = [.. plan.Changes.Where(change => !changed.Contains(change.Before.Id))],
            Leavers = [.. plan.Leavers.Where(leaver => !changed.Contains(leaver.Id))],
        };
    }

    private ImportOutcome Outcome(ImportRun run, ImportPlan plan, IReadOnlyList<Person> left, Outcome decided)
    {
        var lines = plan.Changes.ToDictionary(change => change.Before.Id, change => change.Line);
        var told = left.Select(person => new ImportProblem(
            lines.GetValueOrDefault(person.Id),
            $"{person.Name} was changed by somebody else while the file was imported",
            "Look at their page. Import the file again if it should stand as the file has it."));
        var refused = decided.Refusals.Select(refusal =>
            new ImportProblem(0, refusal.Text, "Nothing more of the file was imported."));
        return run.Planned with
        {
            At = clock.GetUtcNow(), Changed = Math.Max(0, run.Planned.Changed - left.Count),
            Problems = [.. run.Planned.Problems, .. told, .. refused],
        };
    }
}
