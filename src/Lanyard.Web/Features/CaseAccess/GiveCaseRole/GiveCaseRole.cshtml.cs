using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Features.People;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.Access.Cases;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.CaseAccess.GiveCaseRole;

/// <summary>Gives a role that sees cases, or asks for it.</summary>
[Needs(Permission.ConfirmCaseRoles)]
[NeedsFreshProof]
public sealed class GiveCaseRolePage(Visit visit, RecordBook book, CaseRoleDesk cases, PeopleDesk desk)
    : CaseRolePageBase(visit, book, cases)
{
    public static IReadOnlyList<FieldChoice> RoleChoices { get; } = 
        [.. CaseRoles.All.Select(role => new FieldChoice(role, Roles.Capital(role)))];

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Role { get; set; } = "";

    [BindProperty]
    public string Place { get; set; } = PersonForm.Whole;

    [BindProperty]
    public bool IsDeputy { get; set; }

    public IReadOnlyList<FieldChoice> Places =>
        [new(PersonForm.Whole, "The whole organisation"),
            .. Schools.Select(school => new FieldChoice(school.Id.ToString(), school.Name))];

    public Task OnGetAsync(CancellationToken cancel) => ReadWhoAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadWhoAsync(cancel);
        var found = await Book.ListAsync<Person>(Who.At, cancel, PersonRegister.EmailTerm(Email));
        var kept = found.FirstOrDefault(each => each.Value.IsHere(Visit.Today));
        Check(kept is null, nameof(Email), "Nobody in your organisation has this email address");
        Check(RoleChoices.All(choice => choice.Value != Role), nameof(Role), "Choose a role");
        Check(Places.All(choice => choice.Value != Place), nameof(Place), "Choose where");
        return kept is null || !ModelState.IsValid ? Page() : await GiveAsync(kept, cancel);
    }

    private async Task<IActionResult> GiveAsync(Kept<Person> kept, CancellationToken cancel)
    {
        var person = kept.Value;
        // It is one of the places
        SchoolId? school = Place == PersonForm.Whole ? null : new(Guid.ParseExact(Place, "N"));
        var role = new RoleHeld(Role, school, IsDeputy);
        Check(
            !Who.MayManagePeople(role.School)
                && !Who.Person.Roles.Any(held => !held.IsDeputy && CaseRoles.Covers(held, role)), nameof(Role),
            "You cannot give this role. Somebody who holds it can, or somebody who looks after people there");
        Check(person.Roles.Any(held => CaseRoles.Covers(held, role)), nameof(Role), "They have this role already");
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var details = person.Details!; // those who have an address have details
        ImmutableArray<RoleHeld> roles = [.. person.Roles.Where(held => !CaseRoles.Covers(role, held)), role];
        var outcome = await desk.WriteAsync(
            Who, PeopleRead.Beside(person.Id, details),
            others => PersonCase.Change(person, details, roles, others, ManagedPeople.Rules(Visit.Today)),
            new Dictionary<string, long> { [$"person/{person.Id}"] = kept.Version }, cancel);
        foreach (var refusal in outcome?.Refusals ?? [])
        {
            ModelState.AddModelError(refusal.Field == "Held[0].Role" ? nameof(Role) : "", refusal.Text);
        }

        Check(outcome is null, "", "Somebody else changed this person at the same moment. Try again.");
        var isAsked = outcome?.Events.Any(happened => happened is CaseRoleAsked) == true;
        return !ModelState.IsValid ? Page()
            : Done(List, isAsked ? "The role is asked for. A second person must confirm it." : "The role is given.");
    }

    private void Check(bool isWrong, string field, string text)
    {
        if (isWrong)
        {
            ModelState.AddModelError(field, text);
        }
    }
}
