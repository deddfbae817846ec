using Lanyard.Decisions;
using Lanyard.Decisions.Understanding;
using Lanyard.Domain.Calendar;
using Lanyard.Policy.Compilation;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.Ask;

/// <summary>What a page says of the answers of the policies that apply to somebody.</summary>
public abstract class AnswerBase(Visit visit) : PageModel
{
    /// <summary>The role of the one who asks.</summary>
    [BindProperty(Name = "as", SupportsGet = true)]
    public string As { get; set; } = "";

    /// <summary>Whose policies answer.</summary>
    public Organisation Organisation { get; protected set; } = null!; // set before anything is shown

    /// <summary>Who asks, if they are signed in.</summary>
    public Who? Who { get; protected set; }

    /// <summary>The answers of the policies that apply, the strictest first.</summary>
    public IReadOnlyList<PolicyAnswer> Answers { get; protected set; } = [];

    /// <summary>The strictest of the answers, which holds.</summary>
    public PolicyAnswer? Answer => Answers.Count > 0 ? Answers[0] : null;

    /// <summary>Whether a pupil asks, or it could be one: then the page says where they find help.</summary>
    public bool IsYoung => As.Length == 0 || Roles.IsA(As, "young person");

    /// <summary>Whether the one who asks does not work here, such as a child: they first read who to tell.</summary>
    public bool IsOutsider => As.Length > 0 && !Roles.IsA(As, "workforce");

    /// <summary>What must be done already, whatever else turns out. What two policies ask alike is said once.</summary>
    public IEnumerable<(PolicyAnswer Answer, ArisingDuty Duty)> Duties =>
        AllDuties.Where(each => each.Duty.IsCertain).DistinctBy(KeyOf);

    /// <summary>What may have to be done too, depending on what was not said.</summary>
    public IEnumerable<(PolicyAnswer Answer, ArisingDuty Duty)> OpenDuties =>
        AllDuties.Where(each => !each.Duty.IsCertain).ExceptBy(Duties.Select(KeyOf), KeyOf);

    /// <summary>What somebody who knows of it must do; empty unless it is prohibited conduct at work.</summary>
    public IReadOnlyList<(PolicyAnswer Answer, Witness Way)> IfSeen { get; protected set; } = [];

    /// <summary>Whether somebody tells of harm, so that help comes before anything else.</summary>
    public bool IsDisclosure => Answer is { } answer && Disclosure.IsIn(answer.Decision.Situation);

    /// <summary>Whether something was met or received, and not done: nobody asks for leave then.</summary>
    public bool IsReport
    {
        get
        {
            if (Answer?.Decision.Situation is not { } situation)
            {
                return false;
            }

            var act = situation.Lexicon.Act;
            var received = situation.Lexicon.Concept(act, "receive").Values;
            return (situation[act] & ~(received | situation.Lexicon.Concept(act, "notice").Values)) == 0;
        }
    }

    /// <summary>Whether it is too late or too serious for advice on social media at large.</summary>
    public bool IsGrave =>
        IsDisclosure || (Answer?.Decision.Verdict == Verdict.Prohibited && (Duties.Any() || IfSeen.Count > 0));

    /// <summary>What it is good to know; of a grave answer only what its content calls for.</summary>
    public IEnumerable<Notice> Advice => Answer is { Text.Policy: { } policy } answer
        ? answer.Decision.Advice.Where(advice => !IsGrave || IsOfContent(policy, advice))
        : [];

    /// <summary>The statements that gave the answer, and those that hold beside them.</summary>
    public IEnumerable<Reason> Because => Reasons.Where(reason => reason.Part != ReasonPart.MayHold);

    /// <summary>The statements that may hold, depending on what is not known. They gave no answer.</summary>
    public IEnumerable<Reason> MayHold => Reasons.Where(reason => reason.Part == ReasonPart.MayHold);

    /// <summary>Whether the one who asks may enter term dates.</summary>
    public bool MayEnterTerms => Who?.May(Permission.ManageOrganisation) == true;

    /// <summary>The request.</summary>
    protected Visit Visit { get; } = visit;

    private IEnumerable<Reason> Reasons => Answer is { } answer ? answer.Decision.Because : [];

    private IEnumerable<(PolicyAnswer Answer, ArisingDuty Duty)> AllDuties =>
        Answers.SelectMany(answer => answer.Decision.Duties.Select(duty => (answer, duty)));

    /// <summary>The public page of the policy that answered.</summary>
    public string PageOf(PolicyAnswer answer) => $"/public/{Organisation.Id}/policies/{answer.File.Id}";

    /// <summary>Who has a duty, as the page says it: "You", if it is the one who asks.</summary>
    public string HolderOf(PolicyAnswer answer, ArisingDuty duty) =>
        answer.Text.Policy is { } policy && policy.Lexicon.FindConcept(policy.Lexicon.Actor, As) is { } asker
            && policy.Phrasing.Nouns(policy.Lexicon.Actor, asker.Values) == duty.Holder
            ? "You"
            : Roles.Capital(duty.Holder);

    /// <summary>The day by which a duty is due, if its deadline counts days from today.</summary>
    public DateOnly? DueOf(ArisingDuty duty) => duty.Deadline?.DueAfter(Visit.Today, Calendar);

    /// <summary>Whether that day is counted in weekdays, because no term dates are known for the time.</summary>
    public bool IsCountedInWeekdays(ArisingDuty duty) =>
        duty.Deadline?.IsCountedInWeekdays(Visit.Today, Calendar) == true;

    private SchoolCalendar Calendar => BankHolidays.In(Organisation, Visit.Today);

    private static (string Holder, string Text) KeyOf((PolicyAnswer Answer, ArisingDuty Duty) each) =>
        (each.Duty.Holder, each.Duty.Text);

    private static bool IsOfContent(CompiledPolicy policy, Notice advice) => policy.Rules.Any(rule =>
        policy.Statements[rule.Statement].Id == advice.Statement
        && rule.Atoms.Any(atom => atom.Facet.Section == "content"));
}
