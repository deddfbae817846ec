using Lanyard.Domain.Naming;
using Lanyard.Policy.Publishing;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Policies.AnswerConsultation;

/// <summary>Takes an answer to a consultation, from those whom it asks.</summary>
[Needs(Permission.BeHere)]
public sealed class AnswerConsultationPage(Visit visit, RecordBook book, PolicyShelf shelf) : PolicyPageBase(visit, book, shelf)
{
    private const int LongestAnswer = 5000;

    private long _given; // the version of the answer that the person has given

    /// <summary>The text that the person had before them.</summary>
    [BindProperty]
    public string Hash { get; set; } = "";

    /// <summary>The moment of the answer that the person had before them, in ticks; empty if they saw none. Another one is not replaced unseen.</summary>
    [BindProperty]
    public string Replaced { get; set; } = "";

    [BindProperty]
    public string Group { get; set; } = "";

    [BindProperty]
    public string Answer { get; set; } = "";

    /// <summary>The consultation.</summary>
    public Consultation Consultation { get; private set; } = null!; // set before the page is drawn

    /// <summary>The groups that are asked and that the person belongs to.</summary>
    public IReadOnlyList<string> Groups { get; private set; } = [];

    public IReadOnlyList<FieldChoice> Choices => [.. Groups.Select(group => new FieldChoice(group, Roles.Capital(group)))];

    /// <summary>What the person has answered about this text; <see langword="null"/> if they have not.</summary>
    public ConsultationResponse? Given { get; private set; }

    /// <summary>Whether the draft is another text by now than the one that was put to people.</summary>
    public bool IsChanged => Policy.Draft?.Hash != Consultation.Hash;

    public string Html { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        (Group, Answer) = (Given?.Group ?? "", Given?.Text ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        var group = Groups.Count == 1 ? Groups[0] : Group;
        var id = Given?.Id ?? ConsultationAnswered.IdOf(Who.Id, Policy.Id, Consultation.Hash);
        var outcome = Outcome.Of(
            Refusals(group),
            () => [new ConsultationAnswered(id, Policy.Id, Consultation.Hash, group, Who.Id) { Content = new(Answer.Trim()) }]);
        ModelState.Remove(nameof(Hash));
        ModelState.Remove(nameof(Replaced));
        return await TakeAsync(Who, outcome, new Dictionary<string, long> { [$"response/{id:N}"] = _given }, Home, "Thank you. Your answer was kept with the consultation.", cancel);
    }

    private IEnumerable<Refusal> Refusals(string group)
    {
        if (Groups.Count == 0)
        {
            return [new("", "This consultation does not ask any group that you belong to.")];
        }

        return
        [
            .. Check(Hash != Consultation.Hash, "", "The text that you are asked about has changed since you opened this page. Read it again before you answer."),
            .. Check(Replaced != $"{Given?.At.UtcTicks}", "", "You have answered meanwhile. That answer is shown here: send what you typed again if it should take its place."),
            .. Check(Today > Consultation.Until, "", $"The last day for answers was {Consultation.Until.InWords()}."),
            .. Check(!Groups.Contains(group), nameof(Group), "Choose as which group you answer"),
            .. Check(string.IsNullOrWhiteSpace(Answer), nameof(Answer), "Write what you think of the draft"),
            .. Check(Answer.Length > LongestAnswer, nameof(Answer), $"Your answer must be {LongestAnswer} characters or fewer"),
            .. Check(FreeText.ProblemOf(Answer) is { Length: > 0 }, nameof(Answer), FreeText.ProblemOf(Answer)),
        ];
    }

    private static IEnumerable<Refusal> Check(bool isWrong, string field, string text) => isWrong ? [new(field, text)] : [];

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Policy.Draft is not { Consultation: { IsOpen: true } consultation } || (await Shelf.GetAsync(Who.At, consultation.Hash, cancel)).Policy is not { } policy)
        {
            return false;
        }

        Consultation = consultation;
        Groups = [.. consultation.GroupsOf(Who.Person, Policy.School)];
        var given = (await Book.ListAsync<ConsultationResponse>(Who.At, cancel, ConsultationRegister.PolicyTerm(Policy.Id))).LastOrDefault(answer => answer.Value.Person == Who.Id && answer.Value.Hash == consultation.Hash);
        (Given, _given) = (given?.Value, given?.Version ?? 0);
        Html = PolicyPage.Body(policy);
        return true;
    }
}
