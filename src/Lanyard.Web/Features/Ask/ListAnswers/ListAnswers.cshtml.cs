using Lanyard.Decisions.Situations;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Asking;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.Ask.ListAnswers;

/// <summary>Shows somebody what they were told, newest first: only answers that were kept with their name.</summary>
[Needs(Permission.BeHere)]
public sealed class ListAnswersPage(RecordBook book, PolicyShelf shelf, Visit visit) : PageModel
{
    private const int PageSize = 20;

    /// <summary>The answer after which the page begins.</summary>
    [BindProperty(Name = "after", SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<ToldAnswer> Answers { get; private set; } = [];

    /// <summary>Where older answers are; <see langword="null"/> if there are none.</summary>
    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var who = await visit.GetAsync(cancel);
        var term = DecisionRegister.AskerTerm(who.Id);
        var found = await book.ListAsync<RecordedDecision>(
            who.At, cancel, term, await PlaceAsync(who, cancel), PageSize + 1);
        Next = found.Count > PageSize ? $"/answers?after={found[PageSize - 1].Value.Id}" : null;
        var answers = new List<ToldAnswer>();
        foreach (var kept in found.Take(PageSize))
        {
            answers.Add(await ReadAsync(who, kept.Value, cancel));
        }

        Answers = answers;
    }

    // Somebody else's answer is no place to go on from, and is not said to be there.
    private async Task<RowPlace?> PlaceAsync(Who who, CancellationToken cancel) =>
        After is { } id && await book.FindAsync<RecordedDecision>(who.At, $"decision/{id:N}", cancel) is { } kept
            && kept.Value.Asker == who.Id
            ? kept.Place
            : null;

    private async Task<ToldAnswer> ReadAsync(Who who, RecordedDecision told, CancellationToken cancel)
    {
        var policy = (await book.FindAsync<PolicyFile>(who.At, $"policy/{told.Policy}", cancel))?.Value;
        var address = $"/public/{who.At}/policies/{told.Policy}/versions/{told.Hash}";
        var text = await shelf.FindAsync(who.At, told.Hash, cancel);
        var situation = text?.Policy is { } compiled
            ? SituationJson.Read(compiled, told.Situation, DateOnly.FromDateTime(told.At.UtcDateTime)).Situation
            : null;
        var asked = situation is null
            ? "What you asked cannot be read any more"
            : SituationWords.Of(text!.Policy!, situation).Sentence; // it was read from it
        var details = situation is null ? [] : Details(text!.Decider!.Decide(situation)); // as above
        return new(told.At, asked, told.Verdict, told.Clauses, details, policy?.Title ?? "A policy", address);
    }

    private static IReadOnlyList<string> Details(Decisions.Decision decision) =>
    [
        .. decision.Conditions.Select(condition => $"On this condition: {condition.Text} (clause {condition.Clause})"),
        .. decision.Duties.Where(duty => duty.IsCertain)
            .Select(duty => $"{Roles.Capital(duty.Holder)} must {duty.Text} (clause {duty.Clause})"),
    ];
}
