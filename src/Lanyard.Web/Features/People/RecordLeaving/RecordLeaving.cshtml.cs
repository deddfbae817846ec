using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People.RecordLeaving;

/// <summary>Records that a person has left.</summary>
[Needs(Permission.ManagePeople)]
public sealed class RecordLeavingPage(Visit visit, RecordBook book, PeopleDesk desk) : PersonPageBase(visit, book, desk)
{
    [BindProperty]
    public DateEntry On { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        On = DateEntry.Of(Today);
        return await FindAsync(cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        var on = On.Read(ModelState, nameof(On));
        return await TakeAsync((others, rules) => PersonCase.Leave(Person, on, others, rules), details: null, $"It was recorded that {Person.Name} left. They are signed out and cannot sign in any more.", cancel);
    }
}
