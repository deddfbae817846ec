using Lanyard.Policy.Analysis;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Diagnostics;
using Lanyard.Records;
using Lanyard.Web.Features.Acceptances;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Policies.ViewPolicy;

/// <summary>Shows where a policy stands, and what may be done next.</summary>
[Needs(Permission.BeHere)]
public sealed class ViewPolicyPage(Visit visit, RecordBook book, PolicyShelf shelf, AcceptanceList acceptances, ConsultedPeople consulted) : PolicyPageBase(visit, book, shelf)
{
    public bool IsOwed { get; private set; }

    /// <summary>The school whose own rules these are; <see langword="null"/> if they are everybody's.</summary>
    public string? School { get; private set; }

    public bool MaySeeEvidence => Who.May(Permission.SeeEvidence, Policy.School);

    public ReviewCalendar? Review { get; private set; }

    /// <summary>The documents that are read with the version in force, with the clause that says so.</summary>
    public IReadOnlyList<(string Clause, string Title)> Documents { get; private set; } = [];

    /// <summary>The law and guidance that it rests on.</summary>
    public IReadOnlyList<(string Clause, string Title)> Law { get; private set; } = [];

    /// <summary>What its text should put right. The ratification and the review are the record's business, not the text's.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; private set; } = [];

    /// <summary>The answers about the text that was put to people.</summary>
    public IReadOnlyList<ConsultationResponse> Answers { get; private set; } = [];

    /// <summary>The answers about texts before it.</summary>
    public IReadOnlyList<ConsultationResponse> EarlierAnswers { get; private set; } = [];

    /// <summary>Whether the person is among those who are asked about the draft.</summary>
    public bool IsConsulted => Policy.Draft?.Consultation?.GroupsOf(Who.Person, Policy.School).Any() == true;

    public IReadOnlyList<string> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ShowAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel) || !MayManage)
        {
            return NotFound();
        }

        var able = await consulted.ListAsync(Who, Policy, Today, cancel);
        return await TakeAsync(PolicyCase.CloseConsultation(Policy, able), Closed(able), cancel);
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel) || !MayManage)
        {
            return NotFound();
        }

        var result = await TakeAsync(PolicyCase.Discard(Policy), "The draft was given up. Its text stays in the record.", cancel);
        return result is LocalRedirectResult && Policy.Versions.IsEmpty ? LocalRedirect("/policies") : result;
    }

    // To have asked nobody is no consultation, and the evidence will say so: better heard now than from an inspector.
    private string Closed(IReadOnlyCollection<Person> able)
    {
        var empty = Policy.Draft?.Consultation?.Reach(able, Policy.School).Where(group => group.Value == 0).Select(group => group.Key).ToList() ?? [];
        return empty.Count == 0
            ? $"The consultation is closed. {Answers.Count.Of("answer")} came in."
            : $"The consultation is closed. It reached nobody among the {string.Join(", ", empty)}, so the evidence shows a gap. Ask them in another way, or give them accounts and consult again.";
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return false;
        }

        School = Policy.School is { } school ? (await Book.FindAsync<School>(Who.At, $"school/{school}", cancel))?.Value.Name : null;
        if (Policy.InForceOn(Today) is { } version && InForce is { Policy: { } policy })
        {
            Review = ReviewCalendar.Of(Policy, version, policy);
            Documents = [.. policy.Statements.OfType<ReadWith>().SelectMany(statement => statement.Titles.Select(title => (statement.Clause, title)))];
            Law = [.. policy.Statements.OfType<RestsOn>().SelectMany(statement => statement.Titles.Select(title => (statement.Clause, title)))];
            Findings = MayManage || MaySeeEvidence ? [.. Linter.Check(InForce.Result, Today).Where(finding => finding is not (RatificationMissing or ReviewOverdue or ReviewUndated))] : [];
            IsOwed = await acceptances.IsOwedAsync(Who, Policy, version, InForce, cancel);
        }

        if (Policy.Draft?.Consultation is { } consultation)
        {
            var answers = (await Book.ListAsync<ConsultationResponse>(Who.At, cancel, ConsultationRegister.PolicyTerm(Policy.Id))).Select(kept => kept.Value).ToLookup(answer => answer.Hash == consultation.Hash);
            (Answers, EarlierAnswers) = ([.. answers[true]], [.. answers[false]]);
        }

        if (MaySeeEvidence)
        {
            var names = (await Book.ListAsync<Person>(Who.At, cancel)).ToDictionary(kept => kept.Value.Id, kept => kept.Value.Name);
            History = [.. await Book.HistoryAsync(Who.At, $"policy/{Policy.Id}", cancel).Select(happening => HappeningWords.Line(happening, names)).ToListAsync(cancel)];
        }

        return true;
    }
}
