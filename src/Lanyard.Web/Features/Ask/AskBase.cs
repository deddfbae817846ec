using System.Text;
using System.Text.Json;
using Lanyard.Decisions;
using Lanyard.Decisions.Interviews;
using Lanyard.Decisions.Situations;
using Lanyard.Domain.Situations;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.Ask;

/// <summary>"May I...?": a question in free English, the questions that still matter, and the answer. Keeps nothing between requests.</summary>
public abstract class AskBase(RecordBook book, PolicyShelf shelf, AnswerBook answers, Visit visit) : PageModel
{
    private const int LongestQuestion = 1000;
    private const int LongestSituation = 20_000;

    private Domain.Calendar.SchoolCalendar _calendar = Domain.Calendar.SchoolCalendar.Unknown;

    /// <summary>What is asked, in free English.</summary>
    [BindProperty(Name = "question", SupportsGet = true)]
    public string Question { get; set; } = "";

    /// <summary>The role of whoever asks.</summary>
    [BindProperty(Name = "as", SupportsGet = true)]
    public string As { get; set; } = "";

    /// <summary>What is known so far, as JSON.</summary>
    [BindProperty]
    public string Known { get; set; } = "";

    /// <summary>The words of the question that meant nothing, so that the answer can say so too.</summary>
    [BindProperty]
    public string Ignored { get; set; } = "";

    /// <summary>The facet that is being asked about.</summary>
    [BindProperty]
    public string Facet { get; set; } = "";

    /// <summary>What was chosen or ticked.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    /// <summary>Whether the person wants the answer now, whatever is still unknown.</summary>
    [BindProperty]
    public bool IsEnough { get; set; }

    /// <summary>The address that the form goes to.</summary>
    public abstract string Address { get; }

    /// <summary>The roles to choose from, where it is not known who asks.</summary>
    public IReadOnlyList<Infrastructure.Fields.FieldChoice> RoleChoices { get; protected set; } = [];

    /// <summary>What was understood, in a sentence.</summary>
    public string? Understood { get; private set; }

    /// <summary>The words that meant nothing.</summary>
    public IReadOnlyList<string> NotUnderstood { get; private set; } = [];

    /// <summary>The next question; <see langword="null"/> once nothing more matters.</summary>
    public InterviewQuestion? Next { get; private set; }

    /// <summary>The answers of the policies that apply, the strictest first.</summary>
    public IReadOnlyList<PolicyAnswer> Answers { get; private set; } = [];

    /// <summary>The strictest of the answers, which holds.</summary>
    public PolicyAnswer? Answer => Answers.Count > 0 ? Answers[0] : null;

    /// <summary>Whose policies answer.</summary>
    public Domain.Organisations.OrganisationId OrganisationId { get; private set; }

    /// <summary>Whether any policy is in force.</summary>
    public bool HasPolicy { get; private set; } = true;

    /// <summary>The record.</summary>
    protected RecordBook Book { get; } = book;

    /// <summary>Who asks.</summary>
    protected Visit Visit { get; } = visit;

    /// <summary>The day by which a duty is due, if its deadline counts days: counted from today in the organisation's own calendar.</summary>
    public DateOnly? DueOf(ArisingDuty duty) => duty.Deadline?.DueAfter(Visit.Today, _calendar);

    /// <summary>Shows the empty form. To open an address writes nothing: only a form that is sent is answered, and its answer kept.</summary>
    protected async Task ShowAsync(Organisation organisation, Who? who, CancellationToken cancel) => HasPolicy = (await InForceAsync(organisation, who, cancel)).Count > 0;

    /// <summary>Takes a question, or an answer to one of ours.</summary>
    protected Task TakeAsync(Organisation organisation, Who? who, CancellationToken cancel) =>
        Known.Length == 0 ? AskAsync(organisation, who, cancel) : AnswerAsync(organisation, who, cancel);

    private async Task AskAsync(Organisation organisation, Who? who, CancellationToken cancel)
    {
        var policies = await InForceAsync(organisation, who, cancel);
        (OrganisationId, HasPolicy, _calendar) = (organisation.Id, policies.Count > 0, organisation.Calendar);
        if (string.IsNullOrWhiteSpace(Question))
        {
            ModelState.AddModelError("question", "Enter what you want to know");
        }

        if (!ModelState.IsValid || !HasPolicy)
        {
            return;
        }

        if (Question.Length > LongestQuestion)
        {
            ModelState.AddModelError("question", $"Ask in {LongestQuestion} characters or fewer");
            return;
        }

        var (_, text) = policies[0];
        var lexicon = text.Policy!.Lexicon; // only compiled texts are in force
        var understood = text.Listener!.Understand(Question, As.Length == 0 ? null : lexicon.FindConcept(lexicon.Actor, As)); // and they have a listener
        NotUnderstood = understood.NotUnderstood;
        Ignored = string.Join(", ", NotUnderstood);
        ModelState.Remove(nameof(Ignored));
        if (understood.Understood is null)
        {
            ModelState.AddModelError("question", "Lanyard did not understand what is to be done. Name it, such as \"message\", \"post\", \"follow\" or \"accept a request\"");
            return;
        }

        await GoOnAsync(organisation, who, policies, understood.Situation, cancel);
    }

    private async Task AnswerAsync(Organisation organisation, Who? who, CancellationToken cancel)
    {
        var policies = await InForceAsync(organisation, who, cancel);
        (OrganisationId, HasPolicy, _calendar) = (organisation.Id, policies.Count > 0, organisation.Calendar);
        if (!HasPolicy || Known.Length > LongestSituation)
        {
            return;
        }

        var (_, text) = policies[0];
        var read = SituationJson.Read(text.Policy!, Known, Visit.Today); // as above
        if (read.Situation is not { } situation)
        {
            ModelState.AddModelError("question", "Ask again, please: what was known so far got lost on the way");
            return;
        }

        await GoOnAsync(organisation, who, policies, Told(text.Decider!, situation), cancel); // as above
    }

    // What was chosen, if it is an answer to a question that is really open.
    private Situation Told(Decider decider, Situation situation)
    {
        var interview = new Interview(decider);
        if (Facet.Length == 0 || interview.Next(decider.Decide(situation)) is not { } question || question.Needs[0].Facet != Facet)
        {
            return situation;
        }

        if (question.IsChecklist)
        {
            return interview.Tick(situation, question, Chosen.ToHashSet(StringComparer.Ordinal));
        }

        var choice = question.Needs[0].Choices.FirstOrDefault(each => Chosen is [var only] && each.Text == only);
        if (choice is null)
        {
            ModelState.AddModelError("Chosen", "Choose one of the answers");
            return situation;
        }

        var told = interview.Choose(situation, question.Needs[0], choice);
        return told.Inferred().Contradictions.IsEmpty ? told : situation;
    }

    private async Task GoOnAsync(Organisation organisation, Who? who, IReadOnlyList<(PolicyFile File, CompiledText Text)> policies, Situation situation, CancellationToken cancel)
    {
        Known = Json(situation);
        ModelState.Remove(nameof(Known));
        Understood = policies[0].Text.Policy!.Phrasing.Sentence(situation); // as above
        var given = policies.Select(policy => new PolicyAnswer(policy.File, policy.Text, policy.Text.Decider!.Decide(Moved(policy.Text, situation)))).ToList(); // as above
        Next = IsEnough ? null : given.Select(answer => new Interview(answer.Text.Decider!).Next(answer.Decision)).FirstOrDefault(question => question is not null); // as above
        Answers = [.. given.OrderByDescending(answer => answer.Decision.Verdict)];
        if (Next is null && ModelState.IsValid)
        {
            await answers.KeepAsync(organisation.Id, who, Answers, cancel);
        }
    }

    // Every policy speaks the one vocabulary, so a situation of one is a situation of the other.
    private static Situation Moved(CompiledText text, Situation situation) => Situation.From(text.Policy!.Lexicon, situation.Values);

    private static string Json(Situation situation)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            SituationJson.Write(json, situation);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private Task<IReadOnlyList<(PolicyFile File, CompiledText Text)>> InForceAsync(Organisation organisation, Who? who, CancellationToken cancel) =>
        shelf.InForceAsync(organisation.Id, Visit.Today, file => who?.IsOf(file.School) ?? file.School is null, cancel);
}
