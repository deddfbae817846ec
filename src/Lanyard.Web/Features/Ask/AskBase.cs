using System.Numerics;
using System.Text;
using System.Text.Json;
using Lanyard.Decisions;
using Lanyard.Decisions.Interviews;
using Lanyard.Decisions.Situations;
using Lanyard.Decisions.Understanding;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;
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

    private Dictionary<Domain.Organisations.SchoolId, string> _schools = [];
    private Domain.Calendar.SchoolCalendar _calendar = Domain.Calendar.SchoolCalendar.Unknown;

    /// <summary>What is asked, in free English.</summary>
    [BindProperty(Name = "question", SupportsGet = true)]
    public string Question { get; set; } = "";

    /// <summary>The role of whoever asks.</summary>
    [BindProperty(Name = "as", SupportsGet = true)]
    public string As { get; set; } = "";

    /// <summary>The school that the question is about; empty for any of them.</summary>
    [BindProperty(Name = "school", SupportsGet = true)]
    public string School { get; set; } = "";

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

    /// <summary>"yes" if only the situation is to be kept, and not who asked.</summary>
    [BindProperty(Name = "anonymous")]
    public string Anonymous { get; set; } = "";

    /// <summary>The choice to ask without one's name; empty where nobody's name is known anyway.</summary>
    public virtual IReadOnlyList<Infrastructure.Fields.FieldChoice> AnonymousChoices => [];

    /// <summary>The address that the form goes to.</summary>
    public abstract string Address { get; }

    /// <summary>The roles to choose from, where it is not known who asks.</summary>
    public IReadOnlyList<Infrastructure.Fields.FieldChoice> RoleChoices { get; protected set; } = [];

    /// <summary>The schools to choose from, where some have rules of their own and it is not known which one is meant.</summary>
    public IReadOnlyList<Infrastructure.Fields.FieldChoice> SchoolChoices { get; private set; } = [];

    /// <summary>Whether whoever asks is a pupil, or could be: then the page says where they find help.</summary>
    public bool IsYoung => As.Length == 0 || Roles.IsA(As, "young person");

    /// <summary>What was understood, in a sentence that leaves out what is not so.</summary>
    public string? Understood { get; private set; }

    /// <summary>What was said not to be so.</summary>
    public IReadOnlyList<string> NotSo { get; private set; } = [];

    /// <summary>The words that meant nothing.</summary>
    public IReadOnlyList<string> NotUnderstood { get; private set; } = [];

    /// <summary>The next question; <see langword="null"/> once nothing more matters.</summary>
    public InterviewQuestion? Next { get; private set; }

    /// <summary>The answers of the policies that apply, the strictest first.</summary>
    public IReadOnlyList<PolicyAnswer> Answers { get; private set; } = [];

    /// <summary>What must be done already, whatever else turns out.</summary>
    public IEnumerable<(PolicyAnswer Answer, ArisingDuty Duty)> Duties => Answers.SelectMany(answer => answer.Decision.Duties.Where(duty => duty.IsCertain).Select(duty => (answer, duty)));

    /// <summary>What whoever knows that somebody who works here has done this must do; empty unless it is prohibited.</summary>
    public IReadOnlyList<(PolicyAnswer Answer, Witness Way)> IfSeen { get; private set; } = [];

    /// <summary>What may have to be done too, depending on what was not said.</summary>
    public IEnumerable<(PolicyAnswer Answer, ArisingDuty Duty)> OpenDuties => Answers.SelectMany(answer => answer.Decision.Duties.Where(duty => !duty.IsCertain).Select(duty => (answer, duty)));

    /// <summary>Whether somebody tells of harm, so that help comes before anything else.</summary>
    public bool IsDisclosure => Answer is { } answer && Disclosure.IsIn(answer.Decision.Situation);

    /// <summary>Whether something was met or received, and not done: nobody asks for leave then.</summary>
    public bool IsReport => Answer is { } answer && answer.Decision.Situation is var situation && situation.Lexicon is var lexicon
        && (situation[lexicon.Act] & ~(lexicon.Concept(lexicon.Act, "receive").Values | lexicon.Concept(lexicon.Act, "notice").Values)) == 0;

    /// <summary>Whether it is too late or too serious for advice on social media at large.</summary>
    public bool IsGrave => IsDisclosure || (Answer?.Decision.Verdict == Verdict.Prohibited && (Duties.Any() || IfSeen.Count > 0));

    /// <summary>What it is good to know; of a grave answer only what its content calls for.</summary>
    public IEnumerable<Notice> Advice => Answer!.Decision.Advice.Where(advice => !IsGrave || IsOfContent(Answer.Text.Policy!, advice)); // shown with an answer, and only compiled texts answer

    /// <summary>Whether whoever asks does not work here, such as a child: they first read whom to tell.</summary>
    public bool IsOutsider => As.Length > 0 && !Roles.IsA(As, "workforce");

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

    /// <summary>The public page of the policy that answered.</summary>
    public string PageOf(PolicyAnswer answer) => $"/public/{OrganisationId}/policies/{answer.File.Id}";

    /// <summary>Who has a duty, as the page says it: "You", if it is whoever asks.</summary>
    public string HolderOf(PolicyAnswer answer, ArisingDuty duty) =>
        answer.Text.Policy is { } policy && policy.Lexicon.FindConcept(policy.Lexicon.Actor, As) is { } asker && policy.Phrasing.Nouns(policy.Lexicon.Actor, asker.Values) == duty.Holder ? "You" : Roles.Capital(duty.Holder);

    /// <summary>The day by which a duty is due, if its deadline counts days: counted from today in the organisation's own calendar.</summary>
    public DateOnly? DueOf(ArisingDuty duty) => duty.Deadline?.DueAfter(Visit.Today, _calendar);

    /// <summary>Whether that day is counted in weekdays, because no term dates are known for the time.</summary>
    public bool IsCountedInWeekdays(ArisingDuty duty) => duty.Deadline?.IsCountedInWeekdays(Visit.Today, _calendar) == true;

    /// <summary>Whether whoever asks may enter term dates.</summary>
    public bool MayEnterTerms { get; private set; }

    /// <summary>Shows the empty form. To open an address writes nothing: only a form that is sent is answered, and its answer kept.</summary>
    protected async Task ShowAsync(Organisation organisation, Who? who, CancellationToken cancel) => HasPolicy = (await InForceAsync(organisation, who, cancel)).Count > 0;

    /// <summary>Takes a question, or an answer to one of ours.</summary>
    protected Task TakeAsync(Organisation organisation, Who? who, CancellationToken cancel) =>
        Known.Length == 0 ? AskAsync(organisation, who, cancel) : AnswerAsync(organisation, who, cancel);

    private async Task AskAsync(Organisation organisation, Who? who, CancellationToken cancel)
    {
        var policies = await InForceAsync(organisation, who, cancel);
        (OrganisationId, HasPolicy, _calendar, MayEnterTerms) = (organisation.Id, policies.Count > 0, organisation.Calendar, who?.May(Permission.ManageOrganisation) == true);
        if (string.IsNullOrWhiteSpace(Question))
        {
            ModelState.AddModelError("question", "Enter what you want to know");
        }

        if (As.Length == 0 && RoleChoices.Count > 1)
        {
            ModelState.AddModelError("as", "Choose who you are");
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
            ModelState.AddModelError("question", understood.Elsewhere is [var other, ..]
                ? $"This policy is not about what you ask (\"{other}\"). Ask whoever looks after the rule for it"
                : "Lanyard did not understand what is to be done. Name it, such as \"message\", \"post\", \"follow\" or \"accept a request\"");
            return;
        }

        await GoOnAsync(organisation, who, policies, understood.Situation, cancel);
    }

    private async Task AnswerAsync(Organisation organisation, Who? who, CancellationToken cancel)
    {
        var policies = await InForceAsync(organisation, who, cancel);
        (OrganisationId, HasPolicy, _calendar, MayEnterTerms) = (organisation.Id, policies.Count > 0, organisation.Calendar, who?.May(Permission.ManageOrganisation) == true);
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

        await GoOnAsync(organisation, who, policies, Told(policies, situation), cancel);
    }

    // What was chosen, if it is an answer to a question that is really open.
    private Situation Told(IReadOnlyList<(PolicyFile File, CompiledText Text)> policies, Situation situation)
    {
        if (Facet.Length == 0 || Open(Decide(policies, situation)) is not var (asker, question) || question.Needs[0].Facet != Facet)
        {
            return situation;
        }

        var interview = new Interview(asker.Text.Decider!); // only compiled texts are in force

        if (question.IsChecklist)
        {
            return interview.Tick(situation, question, Chosen.ToHashSet(StringComparer.Ordinal), isDone: !IsEnough);
        }

        var choice = question.Needs[0].Choices.FirstOrDefault(each => Chosen is [var only] && each.Text == only);
        if (choice is null && IsEnough)
        {
            return situation; // the answer is wanted as it is
        }

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
        Say(policies[0].Text.Policy!, situation); // as above
        var given = Decide(policies, situation);
        Next = IsEnough ? null : Open(given)?.Question;
        Answers = [.. given.OrderByDescending(answer => answer.Decision.Verdict)];
        if (Next is null || IsOutsider)
        {
            IfSeen = [.. given.SelectMany(answer => Witnesses.Of(answer.Text.Decider!, answer.Decision, situation.Lexicon.FindConcept(situation.Lexicon.Actor, As)).Select(way => (answer, way)))]; // as above
        }

        if (Next is null && ModelState.IsValid)
        {
            await answers.KeepAsync(organisation.Id, Anonymous == "yes" ? null : who, Answers, cancel);
        }
    }

    private List<PolicyAnswer> Decide(IReadOnlyList<(PolicyFile File, CompiledText Text)> policies, Situation situation) =>
        [.. policies.Select(policy => new PolicyAnswer(policy.File, policy.Text, policy.Text.Decider!.Decide(Moved(policy.Text, situation)), SchoolOf(policy.File)))]; // as above

    // The first question that any of the policies still has, and which policy has it: its answers are told to that one's interview.
    private static (PolicyAnswer Asker, InterviewQuestion Question)? Open(List<PolicyAnswer> given)
    {
        foreach (var answer in given)
        {
            if (new Interview(answer.Text.Decider!).Next(answer.Decision) is { } question) // as above
            {
                return (answer, question);
            }
        }

        return null;
    }

    // A checklist of which nothing is ticked says a dozen things that are not so. They count, but nobody wants to read them first.
    private void Say(CompiledPolicy policy, Situation situation)
    {
        var denied = situation.Lexicon.Facets.Where(facet => facet.Silence == facet.All && situation.Knows(facet) && IsDenial(facet, facet.Values[BitOperations.TrailingZeroCount(situation[facet])])).ToList();
        Understood = policy.Phrasing.Sentence(denied.Aggregate(situation, (told, facet) => told.With(facet, facet.All)));
        NotSo = [.. denied.Select(facet => facet.Kind == FacetKind.Fact ? policy.Phrasing.Fact(facet, isSo: true) : policy.Phrasing.Part(facet, facet.All & ~situation[facet]))];
    }

    private static bool IsDenial(Domain.Vocabulary.Facet facet, string value) => facet.Kind == FacetKind.Fact ? value == "no" : value.StartsWith("no ", StringComparison.Ordinal);

    private static bool IsOfContent(CompiledPolicy policy, Notice advice) =>
        policy.Rules.Any(rule => policy.Statements[rule.Statement].Id == advice.Statement && rule.Atoms.Any(atom => atom.Facet.Section == "content"));

    private string? SchoolOf(PolicyFile file) => file.School is { } school ? _schools[school] : null;

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

    // The policies that may be the person's, and of the additions of schools those of the school that is meant.
    private async Task<IReadOnlyList<(PolicyFile File, CompiledText Text)>> InForceAsync(Organisation organisation, Who? who, CancellationToken cancel)
    {
        var all = await shelf.InForceAsync(organisation.Id, Visit.Today, file => who?.IsOf(file.School) ?? true, cancel);
        _schools = (await Book.ListAsync<School>(organisation.Id, cancel)).ToDictionary(kept => kept.Value.Id, kept => kept.Value.Name);
        var theirs = _schools.Where(school => who?.IsOf(school.Key) ?? true).ToList();
        School = theirs.Exists(school => school.Key.ToString() == School) ? School : "";
        if (all.Any(policy => policy.File.School is not null) && theirs.Count > 1)
        {
            SchoolChoices = [new("", "Any of them: the strictest rule holds"), .. theirs.Select(school => new Infrastructure.Fields.FieldChoice(school.Key.ToString(), school.Value))];
        }

        return [.. all.Where(policy => policy.File.School is not { } school || School.Length == 0 || School == school.ToString())];
    }
}
