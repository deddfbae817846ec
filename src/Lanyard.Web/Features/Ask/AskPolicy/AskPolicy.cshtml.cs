using Lanyard.Records;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Web.Features.Ask.AskPolicy;

/// <summary>Somebody who is signed in asks the policies that are theirs.</summary>
[Needs(Permission.BeHere)]
public sealed class AskPolicyPage(RecordBook book, PolicyShelf shelf, AnswerBook answers, Visit visit) : AskBase(book, shelf, answers, visit)
{
    public override string Address => "/ask";

    public override IReadOnlyList<Infrastructure.Fields.FieldChoice> AnonymousChoices { get; } = [new("yes", "Keep the answer without my name", "What is kept then says what was asked and by which role, and not by whom. If you are the only one in your role, that may still point to you.")];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var who = await ReadAsync(cancel);
        await ShowAsync(who.Organisation, who, cancel);
    }

    public async Task OnPostAsync(CancellationToken cancel)
    {
        var who = await ReadAsync(cancel);
        await TakeAsync(who.Organisation, who, cancel);
    }

    private async Task<Who> ReadAsync(CancellationToken cancel)
    {
        var who = await Visit.GetAsync(cancel);
        RoleChoices = [.. who.Person.Roles.Select(held => held.Role).Distinct().Select(role => new Infrastructure.Fields.FieldChoice(role, Roles.Capital(role)))];
        As = RoleChoices.Any(choice => choice.Value == As) ? As : RoleChoices.Count > 0 ? RoleChoices[0].Value : "";
        return who;
    }
}
