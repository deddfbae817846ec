using System.Globalization;
using Lanyard.Decisions;
using Lanyard.Web.Features.Contacts;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.Organisations;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Ask;

/// <summary>"May I...?": a question in free English, the questions that still matter, and the answer.</summary>
/// <remarks>
/// Every form that is sent leads to an address that can be opened again, so that one can go back. What stands in it is
/// sealed.
/// </remarks>
public abstract class AskBase(AskDesk desk, SittingSeal seal, HelpDesk help, Visit visit) : AnswerBase(visit)
{
    /// <summary>What is said to be changed where the question itself is.</summary>
    public const string QuestionItself = "question";

    private AskedOf _of = AskedOf.Nobody;

    /// <summary>What is asked, in free English.</summary>
    [BindProperty(Name = "question")]
    public string Question { get; set; } = "";

    /// <summary>The school that the question is about; empty for any of them.</summary>
    [BindProperty(Name = "school", SupportsGet = true)]
    public string School { get; set; } = "";

    /// <summary>"yes" if only the situation is to be kept, and not who asked; "no" if the name is kept too.</summary>
    [BindProperty(Name = "anonymous")]
    public string Anonymous { get; set; } = "";

    /// <summary>How far somebody has come, sealed.</summary>
    [BindProperty(Name = "s", SupportsGet = true)]
    public string Sealed { get; set; } = "";

    /// <summary>Which of the answers is changed, by its place; or <see cref="QuestionItself"/>.</summary>
    [BindProperty(Name = "change", SupportsGet = true)]
    public string Change { get; set; } = "";

    /// <summary>What was chosen or ticked.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    /// <summary>Whether the person wants the answer now, whatever is still unknown.</summary>
    [BindProperty]
    public bool IsEnough { get; set; }

    /// <summary>The address that the form goes to.</summary>
    public abstract string Address { get; }

    /// <summary>The roles to choose from, where it is not known who asks.</summary>
    public IReadOnlyList<FieldChoice> RoleChoices { get; protected set; } = [];

    /// <summary>The schools to choose from, where some have rules of their own.</summary>
    public IReadOnlyList<FieldChoice> SchoolChoices => _of.SchoolChoices;

    /// <summary>How far the person has come.</summary>
    public Sitting Sitting { get; private set; } = new();

    /// <summary>Whether what was sealed could not be opened again.</summary>
    public bool IsTooOld { get; private set; }

    /// <summary>Whether any policy is in force.</summary>
    public bool HasPolicy => _of.Policies.Count > 0;

    /// <summary>Whether somebody tells of harm: then the page shows where help is, and nothing else.</summary>
    public bool IsWorry => Sitting.IsWorry;

    /// <summary>Whether the form is shown: nothing was understood yet, or the question itself is changed.</summary>
    public bool IsFormShown => Answers.Count == 0;

    /// <summary>Whether the person is first asked whether they were understood rightly.</summary>
    public bool MustConfirm => Answers.Count > 0 && !Sitting.IsConfirmed && Sitting.Doubts.Length > 0;

    /// <summary>What was understood, in a sentence that leaves out what is not so.</summary>
    public string? Understood { get; private set; }

    /// <summary>What was said not to be so.</summary>
    public IReadOnlyList<string> NotSo { get; private set; } = [];

    /// <summary>The question that is asked now; <see langword="null"/> once nothing more matters.</summary>
    public AskedQuestion? Asked { get; private set; }

    /// <summary>What was answered so far.</summary>
    public IReadOnlyList<GivenAnswer> Given { get; private set; } = [];

    /// <summary>Where help is, for somebody who tells of harm.</summary>
    public HelpShown Help { get; private set; } = HelpShown.Anywhere;

    /// <summary>Who looks after Lanyard here, by name, for those who are signed in.</summary>
    public IReadOnlyList<string> Administrators { get; private set; } = [];

    /// <summary>The title of the page. Of harm that somebody tells of, a history says nothing.</summary>
    public string Title =>
        IsWorry ? "Contacts"
        : IsFormShown ? "May I?"
        : MustConfirm ? "Is this what you mean?"
        : Asked?.Text ?? "The answer";

    /// <summary>Where Back leads; <see langword="null"/> where there is nothing to go back to.</summary>
    public string? BackAddress =>
        IsWorry ? null
        : IsFormShown ? Before
        : ChangeAddress(MustConfirm || PlaceOfAsked == 0 ? QuestionItself : $"{PlaceOfAsked - 1}");

    /// <summary>The page that leads to the form; <see langword="null"/> where the menu does.</summary>
    protected abstract string? Before { get; }

    // How many answers come before what is asked now.
    private int PlaceOfAsked =>
        int.TryParse(Change, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < Given.Count
            ? at
            : Given.Count;

    /// <summary>The address on which an answer is changed, or the question itself.</summary>
    public string ChangeAddress(string what) => $"{Address}?s={Sealed}&change={what}";

    /// <summary>What somebody has of a permission that is still missing; empty if they said nothing of it.</summary>
    public string StateOf(string permission) => Sitting.Replies.GetValueOrDefault(permission) switch
    {
        "asked for, not yet answered" => "You have asked for it. Wait for the answer.",
        "for something else" => "What you have is for something else, so it does not count here. Ask for this.",
        _ => "",
    };

    /// <summary>Shows where somebody stands. To open an address writes nothing.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await EnterAsync(cancel))
        {
            return NotFound();
        }

        if (Sealed.Length > 0 && HasPolicy)
        {
            await ShowAsync(seal.Open(Sealed, Organisation.Id, Who), cancel);
        }

        Anonymous = NameChoice(Anonymous);
        return Page();
    }

    /// <summary>Takes a question, or an answer to one of ours, and goes on to where that leads.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await EnterAsync(cancel))
        {
            return NotFound();
        }

        if (!HasPolicy)
        {
            return Page();
        }

        if (Sealed.Length == 0)
        {
            return await GoOnAsync(AskDesk.Listen(_of, Begun()), cancel);
        }

        return seal.Open(Sealed, Organisation.Id, Who) is { } sitting
            ? await GoOnAsync(Replied(sitting with { Problem = AskProblem.None }), cancel)
            : Redirect($"{Address}?s=0"); // which says that it cannot be opened
    }

    /// <summary>Whose policies are asked, and by whom; <see langword="null"/> if there is nobody to ask.</summary>
    protected abstract Task<(Organisation Organisation, Who? Who)?> FindAsync(CancellationToken cancel);

    private async Task<bool> EnterAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not var (organisation, who))
        {
            return false;
        }

        (Organisation, Who) = (organisation, who);
        await EnterAsync(School, cancel);
        return true;
    }

    private async Task EnterAsync(string school, CancellationToken cancel)
    {
        _of = await desk.EnterAsync(Organisation, Who, school, cancel);
        School = _of.School;
    }

    private Sitting Begun() => new()
    {
        Words = Question.Trim(),
        As = As,
        School = School,
        Anonymous = NameChoice(Anonymous),
        IsEnough = IsEnough,
        Problem = As.Length == 0 && RoleChoices.Count > 1 ? AskProblem.NoRole : AskProblem.None,
    };

    // A child's name is kept only if they say so. Where nobody is signed in, there is none.
    private string NameChoice(string chosen) =>
        Who is null ? "yes"
        : chosen is "yes" or "no" ? chosen
        : Who.Person.Roles.Any(held => Roles.IsA(held.Role, "young person")) ? "yes" : "no";

    // What the form sent, told to what was known when it was shown.
    private Sitting Replied(Sitting sitting)
    {
        if (desk.Walk(_of, sitting) is not { } way)
        {
            return sitting;
        }

        (Given, Answers, Sitting) = (way.Given, way.Answers, sitting);
        if (MustConfirm)
        {
            return Confirmed(sitting);
        }

        var question = PlaceOfAsked < Given.Count ? Given[PlaceOfAsked].Question : way.Open;
        if (question is not null && question.Answered(sitting, Chosen, IsEnough) is null)
        {
            return sitting with { Problem = AskProblem.NoChoice };
        }

        Change = "";
        return question?.Answered(sitting, Chosen, IsEnough) ?? sitting;
    }

    private Sitting Confirmed(Sitting sitting)
    {
        Change = Chosen is ["no"] ? QuestionItself : "";
        return Chosen switch
        {
            ["yes"] => sitting with { IsConfirmed = true },
            ["no"] => sitting,
            _ => sitting with { Problem = AskProblem.NoChoice },
        };
    }

    private async Task<IActionResult> GoOnAsync(Sitting sitting, CancellationToken cancel)
    {
        var isDone = sitting is { IsWorry: false, Problem: AskProblem.None } && Change.Length == 0;
        if (isDone && desk.Walk(_of, sitting) is { Open: null } way)
        {
            (Answers, Sitting) = (way.Answers, sitting);
            if (!MustConfirm)
            {
                await desk.KeepAsync(Organisation, sitting.Anonymous == "no" ? Who : null, Answers, cancel);
            }
        }

        Sealed = seal.Seal(sitting, Organisation.Id, Who);
        return Redirect(Change.Length > 0 ? ChangeAddress(Uri.EscapeDataString(Change)) : $"{Address}?s={Sealed}");
    }

    private async Task ShowAsync(Sitting? sitting, CancellationToken cancel)
    {
        IsTooOld = sitting is null;
        if (sitting is null)
        {
            return;
        }

        Sitting = sitting;
        (Question, As, Anonymous) = (sitting.Words, sitting.As, sitting.Anonymous);
        if (sitting.School != School)
        {
            await EnterAsync(sitting.School, cancel);
        }

        var isLost = sitting.Problem is AskProblem.NotUnderstood or AskProblem.Elsewhere;
        Administrators = isLost && Who is not null ? await desk.AdministratorsAsync(Organisation.Id, cancel) : [];
        Help = IsWorry ? await help.FindAsync(Organisation.Id, Who, cancel) : Help;
        ShowProblem(sitting.Problem);
        if (Change != QuestionItself && desk.Walk(_of, sitting) is { } way)
        {
            Show(way);
        }
    }

    private void ShowProblem(AskProblem problem)
    {
        var (field, text) = problem switch
        {
            AskProblem.NoWords => ("question", "Enter what you want to know"),
            AskProblem.NoRole => ("as", "Choose who you are"),
            AskProblem.TooLong => ("question", $"Ask in {AskDesk.LongestQuestion} characters or fewer"),
            AskProblem.NoChoice => ("Chosen", "Choose one of the answers"),
            _ => ("", ""), // what Lanyard does not understand is nobody's mistake
        };
        if (text.Length > 0)
        {
            ModelState.AddModelError(field, text);
        }
    }

    private void Show(WayThrough way)
    {
        (Answers, Given) = (way.Answers, way.Given);
        // only compiled texts answer
        var words = SituationWords.Of(Answers[0].Text.Policy!, way.Situation.In(Answers[0].Text.Policy!.Lexicon));
        (Understood, NotSo) = (words.Sentence, words.NotSo);
        Asked = PlaceOfAsked < Given.Count ? Given[PlaceOfAsked].Question : way.Open;
        if (Asked is null || IsOutsider)
        {
            var lexicon = way.Situation.Lexicon;
            var asker = lexicon.FindConcept(lexicon.Actor, As);
            IfSeen = [.. Answers.SelectMany(answer => Witnesses.Of(answer.Text.Decider!, answer.Decision, asker)
                .Select(seen => (answer, seen)))]; // as above
        }
    }
}
