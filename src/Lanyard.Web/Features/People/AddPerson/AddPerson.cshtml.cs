using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People.AddPerson;

/// <summary>Adds a person.</summary>
[Needs(Permission.ManagePeople)]
public sealed class AddPersonPage(Visit visit, RecordBook book, PeopleDesk desk) : PeoplePage(visit, book, desk)
{
    [BindProperty(Name = "")]
    public PersonForm Form { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadWhoAsync(cancel);
        Form.Offer(Who, Schools);
    }

    public async Task<IActionResult> OnPostMoreAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        var details = Form.ReadDetails(ModelState, before: null);
        var roles = Form.ReadRoles(ModelState);
        if (await Desk.IsTakenElsewhereAsync(Who, details.Email))
        {
            ModelState.AddModelError(nameof(Form.Email), "Somebody else has this email address");
        }

        var id = new PersonId(Guid.CreateVersion7(Visit.Now));
        return await WriteAsync(
            PeopleRead.Beside(id, details), others => PersonCase.Join(id, details, roles, others), new Dictionary<string, long>(), $"/people/{id}", $"{details.Name} was added. Make a sign-in link below, so that they can sign in.", cancel);
    }
}
