using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Features.Contacts;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Ask.AskInPublic;

/// <summary>Anybody asks the policies of an organisation. Nothing is kept but how many answers were given.</summary>
[AllowAnonymous]
public sealed class AskInPublicPage(RecordBook book, AskDesk desk, SittingSeal seal, HelpDesk help, Visit visit)
    : AskBase(desk, seal, help, visit)
{
    private static readonly string[] Asking = ["teacher", "student", "parent", "volunteer", "governor", "contractor", "teaching assistant", "support worker", "former student"];

    [FromRoute(Name = "organisation")]
    public Guid At { get; set; }

    public override string Address => $"/public/{At:N}/ask";

    protected override string? Before => $"/public/{At:N}";

    protected override async Task<(Organisation Organisation, Who? Who)?> FindAsync(CancellationToken cancel)
    {
        RoleChoices = [new("", "Choose who you are"), .. Asking.Select(role => new Infrastructure.Fields.FieldChoice(role, Roles.Capital(role)))];
        As = Asking.Contains(As) ? As : "";
        var at = new OrganisationId(At);
        var found = await book.FindAsync<Organisation>(at, $"organisation/{at}", cancel);
        return found is null ? null : (found.Value, null);
    }
}
