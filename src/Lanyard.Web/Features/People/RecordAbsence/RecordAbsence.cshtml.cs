using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People.RecordAbsence;

/// <summary>Records when a person is away, so that nothing waits for them.</summary>
[Needs(Permission.ManagePeople)]
public sealed class RecordAbsencePage(Visit visit, RecordBook book, PeopleDesk desk) : PersonPageBase(visit, book, desk)
{
    [BindProperty]
    public DateEntry From { get; set; } = new();

    [BindProperty]
    public DateEntry To { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        (From, To) = (DateEntry.Of(Person.Absence?.From), DateEntry.Of(Person.Absence?.To));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        var (from, to) = (From.Read(ModelState, nameof(From)), To.Read(ModelState, nameof(To)));
        return await TakeAsync((_, rules) => PersonCase.BeAway(Person, from, to, rules.Today), details: null, "The absence was saved.", cancel);
    }

    public async Task<IActionResult> OnPostBackAsync(CancellationToken cancel) =>
        await FindAsync(cancel) ? await TakeAsync((_, _) => PersonCase.BeBack(Person), details: null, $"It was recorded that {Person.Name} is not away.", cancel) : NotFound();
}
