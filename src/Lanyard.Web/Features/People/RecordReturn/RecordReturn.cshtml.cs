using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People.RecordReturn;

/// <summary>Records that a person who had left is back.</summary>
[Needs(Permission.ManagePeople)]
public sealed class RecordReturnPage(Visit visit, RecordBook book, PeopleDesk desk) : PersonPageBase(visit, book, desk)
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
        return await TakeAsync(
            (others, rules) =>
            PersonCase.Return(Person, on, rules.Today, others), Person.Details,
            $"It was recorded that {Person.Name} is back. Check their roles, and make a sign-in link: what they "
                + "signed in with before has ended.", cancel);
    }
}
