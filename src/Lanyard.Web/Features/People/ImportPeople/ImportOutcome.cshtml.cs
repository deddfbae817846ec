using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People.Import;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>Shows how far an import has come; then what came of it, and which of its lines were left out.</summary>
[Needs(Permission.ManagePeople)]
public sealed class ImportOutcomePage(
    Visit visit, RecordBook book, PeopleDesk desk, ImportShelf shelf, ImportQueue queue)
    : PeoplePage(visit, book, desk)
{
    /// <summary>How many lines the page shows.</summary>
    public const int MostShown = 500;

    [FromRoute]
    public string Name { get; set; } = "";

    public string FileName { get; private set; } = "";

    public ImportOutcome? Outcome { get; private set; }

    /// <summary>How far it has come, while it is under way.</summary>
    public ImportProgress? Progress { get; private set; }

    /// <summary>Whether a fault stopped it.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>The lines that were left out.</summary>
    public IReadOnlyList<ImportProblem> Left { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadWhoAsync(cancel);
        if (await shelf.FindAsync(Who, Name, cancel) is not { IsWaiting: false } kept)
        {
            return;
        }

        (FileName, Outcome) = (kept.FileName, kept.Outcome);
        if (kept is { Outcome: null, Run: { } run })
        {
            var total = run.Planned.Added + run.Planned.Changed + run.Planned.Left;
            Progress = await shelf.ProgressAsync(Who, Name, cancel) ?? new(0, total);
            IsStopped = run.IsStopped;
        }

        Left = [.. (kept.Outcome?.Problems ?? []).Concat(kept.Outcome?.Waiting ?? []).OrderBy(problem => problem.Line)];
    }

    /// <summary>Goes on with an import that a fault stopped.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadWhoAsync(cancel);
        if (await shelf.FindAsync(Who, Name, cancel) is { Outcome: null, Run: { IsStopped: true } run })
        {
            await shelf.ChangeAsync(Who, Name, kept => kept with { Run = run with { IsStopped = false } }, cancel);
            _ = queue.Add(Who.At, Name); // the page that follows tells how far it is
        }

        return LocalRedirect($"/people/import/{Name}/outcome");
    }
}
