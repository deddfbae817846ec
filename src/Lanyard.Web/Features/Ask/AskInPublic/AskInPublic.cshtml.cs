using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Ask.AskInPublic;

/// <summary>Anybody asks the policies of an organisation. Nothing is kept but the situation.</summary>
[AllowAnonymous]
public sealed class AskInPublicPage(RecordBook book, PolicyShelf shelf, AnswerBook answers, Visit visit) : AskBase(book, shelf, answers, visit)
{
    private static readonly string[] Asking = ["teacher", "student", "parent", "volunteer", "governor", "contractor", "teaching assistant", "support worker", "former student"];

    [FromRoute]
    public Guid Organisation { get; set; }

    public override string Address => $"/public/{Organisation:N}/ask";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is not { } organisation)
        {
            return NotFound();
        }

        await ShowAsync(organisation, who: null, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is not { } organisation)
        {
            return NotFound();
        }

        await TakeAsync(organisation, who: null, cancel);
        return Page();
    }

    private async Task<Organisation?> ReadAsync(CancellationToken cancel)
    {
        RoleChoices = [new("", "Choose who you are"), .. Asking.Select(role => new Infrastructure.Fields.FieldChoice(role, Roles.Capital(role)))];
        As = Asking.Contains(As) ? As : "";
        var at = new OrganisationId(Organisation);
        return (await Book.FindAsync<Organisation>(at, $"organisation/{at}", cancel))?.Value;
    }
}
