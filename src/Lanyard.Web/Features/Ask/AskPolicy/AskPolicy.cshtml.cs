using Lanyard.Web.Features.Contacts;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;

namespace Lanyard.Web.Features.Ask.AskPolicy;

/// <summary>Somebody who is signed in asks the policies that are theirs.</summary>
[Needs(Permission.BeHere)]
public sealed class AskPolicyPage(AskDesk desk, SittingSeal seal, HelpDesk help, Visit visit)
    : AskBase(desk, seal, help, visit)
{
    public override string Address => "/ask";

    protected override string? Before => null;

    protected override async Task<(Organisation Organisation, Who? Who)?> FindAsync(CancellationToken cancel)
    {
        var who = await Visit.GetAsync(cancel);
        RoleChoices = [.. who.Person.Roles.Select(held => held.Role).Distinct().Select(role => new Infrastructure.Fields.FieldChoice(role, Roles.Capital(role)))];
        As = RoleChoices.Any(choice => choice.Value == As) ? As : RoleChoices.Count > 0 ? RoleChoices[0].Value : "";
        return (who.Organisation, who);
    }
}
