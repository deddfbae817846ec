using System.Text;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.People.Import;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>Takes a file of people, and shows next what it would change.</summary>
[Needs(Permission.ManagePeople)]
public sealed class ImportPeoplePage(Visit visit, RecordBook book, PeopleDesk desk, ImportShelf shelf,
    ImportTurns turns) : PeoplePage(visit, book, desk)
{
    private const int LongestFileName = 100;

    public static IReadOnlyList<FieldChoice> LeaverChoices { get; } =
        [new("true", "Record that people who are missing from the file have left",
            "Only those that an earlier file of the same system brought, and only the kinds of people and the schools "
                + "that are in this one.")];

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public bool Leavers { get; set; }

    /// <summary>The files that the person has imported, or is importing.</summary>
    public IReadOnlyList<(string Name, KeptImport Import)> Earlier { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public IActionResult OnGetTemplate() => File(Encoding.UTF8.GetBytes(PeopleCsv.Template), "text/csv; charset=utf-8", "people.csv");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        using var turn = turns.TryTake(Who.At);
        var read = turn is null ? PeopleFile.Refused(ImportTurns.Busy) : Upload is null
            ? PeopleFile.Refused("Choose a file") : await UploadReader.ReadAsync(Upload, cancel);
        if (read.Read(ImportAnswers.None, Today).Refusal is { } refusal)
        {
            ModelState.AddModelError(nameof(Upload), refusal);
            return Page();
        }

        var fileName = Path.GetFileName(Upload!.FileName); // refused without one
        return Redirect($"/people/import/{await shelf.KeepAsync(Who, fileName[..Math.Min(fileName.Length, LongestFileName)], read, Leavers, cancel)}");
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        await ReadWhoAsync(cancel);
        Earlier = await shelf.OfAsync(Who, cancel);
    }
}
