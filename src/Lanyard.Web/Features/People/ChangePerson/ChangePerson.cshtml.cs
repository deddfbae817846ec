using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People.ChangePerson;

/// <summary>Changes a person's details and roles.</summary>
[Needs(Permission.ManagePeople)]
public sealed class ChangePersonPage(Visit visit, RecordBook book, PeopleDesk desk) : PersonPageBase(visit, book, desk)
{
    [BindProperty(Name = "")]
    public PersonForm Form { get; set; } = new();

    [NeedsFreshProof]
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        Form = PersonForm.Of(Person);
        Form.Offer(Who, Schools);
        return Page();
    }

    public async Task<IActionResult> OnPostMoreAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        Form.Offer(Who, Schools);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        Form.Offer(Who, Schools);
        if (!FreshProof.IsIn(User, Visit.Now))
        {
            ModelState.AddModelError("", FreshProof.Stale); // what was typed stays
        }

        var details = Form.ReadDetails(ModelState, Person.Details);
        var roles = Form.ReadRoles(ModelState);
        if (await Desk.IsTakenElsewhereAsync(Who, details.Email))
        {
            ModelState.AddModelError(nameof(Form.Email), "Somebody else has this email address");
        }

        return await TakeAsync((others, rules) => PersonCase.Change(Person, details, roles, others, rules), details, "The changes were saved.", cancel);
    }
}
