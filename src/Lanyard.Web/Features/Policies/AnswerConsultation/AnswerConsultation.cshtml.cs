using Lanyard.Domain.Policies;
using Lanyard.Policy.Publishing;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Policies.AnswerConsultation;

/// <summary>Takes an answer to a consultation.</summary>
[Needs(Permission.BeHere)]
public sealed class AnswerConsultationPage(Visit visit, RecordBook book, PolicyShelf shelf) : PolicyPageBase(visit, book, shelf)
{
    private const int LongestAnswer = 5000;

    [BindProperty]
    public string Group { get; set; } = "";

    [BindProperty]
    public string Answer { get; set; } = "";

    public IReadOnlyList<FieldChoice> Choices { get; private set; } = [];

    public string Html { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ShowAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        Refusal[] refusals =
        [
            .. Choices.All(choice => choice.Value != Group) ? [new Refusal(nameof(Group), "Choose as which group you answer")] : Array.Empty<Refusal>(),
            .. string.IsNullOrWhiteSpace(Answer) ? [new Refusal(nameof(Answer), "Write what you think of the draft")] : Array.Empty<Refusal>(),
            .. Answer.Length > LongestAnswer ? [new Refusal(nameof(Answer), $"Your answer must be {LongestAnswer} characters or fewer")] : Array.Empty<Refusal>(),
        ];
        var outcome = Outcome.Of(refusals, () => [new ConsultationAnswered(Guid.CreateVersion7(Visit.Now), new PolicyId(Id), Policy.Draft!.Hash, Group, Who.Id) { Content = new(Answer.Trim()) }]); // shown only with a draft
        return await TakeAsync(Who, outcome, new Dictionary<string, long>(), Home, "Thank you. Your answer was kept with the consultation.", cancel);
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Policy.Draft is not { Consultation: { IsOpen: true } consultation } || Draft?.Policy is not { } policy)
        {
            return false;
        }

        Choices = [.. consultation.Groups.Select(group => new FieldChoice(group, Roles.Capital(group)))];
        Html = PolicyPage.Body(policy);
        return true;
    }
}
