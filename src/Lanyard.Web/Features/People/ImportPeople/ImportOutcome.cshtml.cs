using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People.Import;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>Shows what came of a file, and which of its lines were left out.</summary>
[Needs(Permission.ManagePeople)]
public sealed class ImportOutcomePage(Visit visit, RecordBook book, PeopleDesk desk, ImportShelf shelf) : PeoplePage(
    visit, book, desk)
{
    /// <summary>How many lines the page shows.</summary>
    public const int MostShown = 500;

    [FromRoute]
    public string Name { get; set; } = "";

    public string FileName { get; private set; } = "";

    public ImportOutcome? Outcome { get; private set; }

    /// <summary>The lines that were left out.</summary>
    public IReadOnlyList<ImportProblem> Left { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadWhoAsync(cancel);
        if (await shelf.FindAsync(Who, Name, cancel) is { Outcome: { } outcome } kept)
        {
            (FileName, Outcome) = (kept.FileName, outcome);
            Left = [.. outcome.Problems.Concat(outcome.Waiting).OrderBy(problem => problem.Line)];
        }
    }
}
