using Lanyard.Policy.Binding.Statements;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Policies.OpenConsultation;

/// <summary>Puts a draft to the groups that the policy names.</summary>
[Needs(Permission.ManagePolicies)]
public sealed class OpenConsultationPage(Visit visit, RecordBook book, PolicyShelf shelf) : PolicyPageBase(visit, book, shelf)
{
    [BindProperty]
    public List<string> Groups { get; set; } = [];

    [BindProperty]
    public DateEntry Until { get; set; } = new();

    public IReadOnlyList<FieldChoice> Choices { get; private set; } = [];

    public string GroupsHint { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        Groups = [.. Named().Consulting];
        Until = DateEntry.Of(Today.AddDays(14));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        var until = Until.Read(ModelState, nameof(Until));
        var outcome = PolicyCase.OpenConsultation(Policy, Draft?.Policy, [.. Groups.Where(group => Choices.Any(choice => choice.Value == group))], until, Today);
        return await TakeAsync(outcome, "The consultation is open. Everybody in the groups that you chose finds it on their home page.", cancel);
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (!await FindManagedAsync(cancel))
        {
            return false;
        }

        var (clause, consulting) = Named();
        var people = (await Book.ListAsync<Person>(Who.At, cancel, PersonRegister.HereTerm)).Select(kept => kept.Value).Where(person => person.IsHere(Today)).ToList();
        Choices = [.. consulting.Select(ConsultationGroup.Find).Concat(ConsultationGroup.Usual).Distinct().Select(group => new FieldChoice(group.Name, Roles.Capital(group.Name), Size(people.Count(person => group.Holds(person, Policy.School)))))];
        GroupsHint = clause is null ? "The policy itself names nobody." : $"Clause {clause} asks for: {string.Join(", ", consulting)}.";
        return true;
    }

    private (string? Clause, IReadOnlyList<string> Consulting) Named() =>
        Draft?.Policy?.Statements.OfType<Reviewed>().FirstOrDefault(reviewed => !reviewed.Consulting.IsEmpty) is { } reviewed ? (reviewed.Clause, [.. reviewed.Consulting.Select(group => ConsultationGroup.Find(group).Name)]) : (null, []);

    private static string Size(int people) => people == 0 ? "Nobody in Lanyard. Ask them in another way." : people.Of("person", "people");
}
