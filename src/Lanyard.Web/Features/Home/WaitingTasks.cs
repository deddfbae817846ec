using Lanyard.Accounts;
using Lanyard.Domain.Calendar;
using Lanyard.Records;
using Lanyard.Web.Features.Acceptances;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access.Cases;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Home;

/// <summary>Works out what waits for a person.</summary>
public sealed class WaitingTasks(RecordBook book, PolicyShelf shelf, AcceptanceList acceptances, SecondFactors factors)
{
    /// <summary>What waits, the most pressing first.</summary>
    public async Task<IReadOnlyList<WaitingTask>> OfAsync(Who who, DateOnly today, CancellationToken cancel)
    {
        var tasks = new List<WaitingTask>();
        if (SecondFactors.AreNeededBy(who.Person) && !await factors.HasOneAsync(who.Id, cancel))
        {
            tasks.Add(new("Guard your account with codes or a passkey", "/account", Detail: "You see what is written about pupils. A password alone is not enough for that."));
        }

        tasks.AddRange(await CaseRolesAsync(who, today, cancel));
        foreach (var file in (await book.ListAsync<PolicyFile>(who.At, cancel)).Select(kept => kept.Value))
        {
            tasks.AddRange(await OfAsync(who, file, today, cancel));
        }

        return [.. tasks.OrderByDescending(task => task.IsOverdue).ThenBy(task => task.Due ?? DateOnly.MaxValue)];
    }

    private async Task<IEnumerable<WaitingTask>> CaseRolesAsync(Who who, DateOnly today, CancellationToken cancel) =>
        !who.MaySomewhere(Permission.ConfirmCaseRoles) ? []
        : from kept in await book.ListAsync<CaseGrant>(who.At, cancel, CaseGrantRegister.OpenTerm)
          let grant = kept.Value
          let until = UkTime.DayOf(grant.Until)
          where grant.By != who.Id && grant.Person != who.Id && who.May(Permission.ConfirmCaseRoles, grant.Role.School)
          where grant.State == CaseGrantState.Named || today <= until
          select new WaitingTask(
              "Confirm or refuse: a role that sees cases", $"/case-roles/{grant.Id:N}", until, until < today,
              Roles.Capital(grant.Role.Role));

    private async Task<List<WaitingTask>> OfAsync(Who who, PolicyFile file, DateOnly today, CancellationToken cancel)
    {
        var tasks = new List<WaitingTask>();
        var address = $"/policies/{file.Id}";
        if (file.InForceOn(today) is { } version)
        {
            var text = await shelf.GetAsync(who.At, version.Hash, cancel);
            if (await acceptances.IsOwedAsync(who, file, version, text, cancel))
            {
                tasks.Add(new($"Read and accept: {file.Title}", $"{address}/accept"));
            }

            if (who.May(Permission.ManagePolicies, file.School) && text.Policy is { } policy && ReviewCalendar.Of(file, version, policy) is { } review && (review.IsOverdue(today) || review.IsNear(today)))
            {
                tasks.Add(new($"Review: {file.Title}", $"{address}/review", review.Due, review.IsOverdue(today), review.By is { } by ? $"By the {by} (clause {review.Clause})" : $"Clause {review.Clause}"));
            }
        }

        if (file.Draft is { Consultation: { IsOpen: true } consultation } && consultation.GroupsOf(who.Person, file.School).Any() && !await HasAnsweredAsync(who, file, consultation, cancel))
        {
            tasks.Add(new($"Say what you think of the draft: {file.Title}", $"{address}/answer", consultation.Until, consultation.Until < today));
        }

        if (file.Draft is { } draft && who.May(Permission.ManagePolicies, file.School))
        {
            tasks.AddRange(Steps(file, draft, today, address));
        }

        return tasks;
    }

    private async Task<bool> HasAnsweredAsync(Who who, PolicyFile file, Consultation consultation, CancellationToken cancel) =>
        (await book.ListAsync<ConsultationResponse>(who.At, cancel, ConsultationRegister.PolicyTerm(file.Id))).Any(kept => kept.Value.Person == who.Id && kept.Value.Hash == consultation.Hash);

    private static IEnumerable<WaitingTask> Steps(PolicyFile file, PolicyDraft draft, DateOnly today, string address)
    {
        if (draft.Consultation is { IsOpen: true } open && open.Until < today)
        {
            yield return new($"Close the consultation: {file.Title}", address, open.Until, IsOverdue: true);
        }

        if (draft.Stage == DraftStage.RatifiedOnCondition)
        {
            yield return new($"Meet the condition of the ratification: {file.Title}", $"{address}/condition", Detail: draft.Ratification?.Condition);
        }

        if (draft.Stage == DraftStage.Ratified)
        {
            yield return new($"Put in force: {file.Title}", $"{address}/in-force");
        }
    }
}
