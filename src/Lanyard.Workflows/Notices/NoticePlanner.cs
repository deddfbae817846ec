using System.Collections.Immutable;
using System.Globalization;
using Lanyard.Domain.People;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;

namespace Lanyard.Workflows.Notices;

/// <summary>Decides from the registers and the day which notices are due to whom.</summary>
/// <remarks>
/// Of steps that follow one another, only the last that is due is told: after a time in which nothing was planned, nobody is
/// told the earlier ones as well. What has been told once is never planned again.
/// </remarks>
public static class NoticePlanner
{
    private const int EarlyReviewDays = 60;
    private const int LateReviewDays = 14;
    private const int ConditionDays = 14;

    // A week after the last reminder, those who manage the policy are told instead.
    private const int OutstandingDays = 35;

    private static readonly int[] ReminderDays = [7, 14, 28];

    /// <summary>The notices that are due and that there are not yet.</summary>
    public static ImmutableArray<Notice> Plan(NoticeData data) =>
        [.. data.Policies.SelectMany(policy => Of(data, policy)).Where(notice => !data.Told.ContainsKey(notice.Key)).DistinctBy(notice => notice.Key)];

    /// <summary>The keys of the notices that speak of what no longer waits and do not say so yet, and of those that say so although it waits again.</summary>
    /// <remarks>What waits is what a notice would be planned for if none had been made: so each kind of notice follows its task without a rule of its own.</remarks>
    public static ImmutableArray<string> Turned(NoticeData data)
    {
        var afresh = data with { Told = ImmutableDictionary<string, DateOnly>.Empty };
        var waiting = data.Policies.SelectMany(policy => Of(data, policy).Concat(Of(afresh, policy))).Select(notice => Matter(notice.Key)).ToHashSet(StringComparer.Ordinal);
        return [.. data.Told.Keys.Where(key => waiting.Contains(Matter(key)) == data.Over.Contains(key)).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<Notice> Of(NoticeData data, NoticePolicy policy) =>
    [
        .. Consultations(data, policy),
        .. Acceptances(data, policy),
        .. Reviews(data, policy),
        .. Conditions(data, policy.File),
    ];

    private static IEnumerable<Notice> Consultations(NoticeData data, NoticePolicy policy)
    {
        var file = policy.File;
        if (file.Draft?.Consultation is not { IsOpen: true } consultation || consultation.Until < data.Day)
        {
            return [];
        }

        var matter = $"{file.Id}/{consultation.Hash}/{Day(consultation.Opened)}";
        return data.People.Where(person => !policy.Answered.Contains(person.Id) && consultation.GroupsOf(person, file.School).Any())
            .Select(person => Make(person.Id, NoticeKind.ConsultationOpen, file, "consultation-open", matter, "answer", $"You are asked what you think of a draft: {file.Title}. You can answer until {Words(consultation.Until)}."));
    }

    private static IEnumerable<Notice> Acceptances(NoticeData data, NoticePolicy policy)
    {
        if (policy.File.InForceOn(data.Day) is not { } version)
        {
            yield break;
        }

        var matter = $"{policy.File.Id}/{version.Hash}";
        var unmoved = new SortedSet<DateOnly>(); // the days on which those were asked whom no reminder moved
        foreach (var person in policy.Owing)
        {
            var asked = Make(person, NoticeKind.AcceptanceAsked, policy.File, "acceptance-asked", matter, "accept", $"Please read and accept: {policy.File.Title}.");
            if (!data.Told.TryGetValue(asked.Key, out var since))
            {
                yield return asked;
            }
            else if (since.AddDays(OutstandingDays) <= data.Day)
            {
                unmoved.Add(since);
            }
            else if (ReminderDays.Count(days => since.AddDays(days) <= data.Day) is > 0 and var step)
            {
                yield return Make(person, NoticeKind.AcceptanceReminder, policy.File, $"acceptance-reminder-{step}", matter, "accept", $"A reminder: please read and accept: {policy.File.Title}. You were asked on {Words(since)}.");
            }
        }

        foreach (var (since, manager) in unmoved.SelectMany(since => Managers(data, policy.File).Select(manager => (since, manager))))
        {
            yield return Make(
                manager, NoticeKind.AcceptanceOutstanding, policy.File, "acceptance-outstanding", $"{matter}/{Day(since)}", "acceptances",
                $"Some of those who were asked on {Words(since)} have not accepted: {policy.File.Title}. They were reminded {ReminderDays.Length} times and are not reminded again.");
        }
    }

    private static IEnumerable<Notice> Reviews(NoticeData data, NoticePolicy policy)
    {
        if (policy.Review is not { } review || review.Due.AddDays(-EarlyReviewDays) > data.Day)
        {
            return [];
        }

        var (kind, name, text) = review.IsOverdue(data.Day)
            ? (NoticeKind.ReviewOverdue, "review-overdue", $"A review is overdue: {policy.File.Title}. It was due by {Words(review.Due)}.")
            : (NoticeKind.ReviewDue, review.Due.AddDays(-LateReviewDays) <= data.Day ? $"review-due-{LateReviewDays}" : $"review-due-{EarlyReviewDays}", $"A review is due by {Words(review.Due)}: {policy.File.Title}.");
        return Managers(data, policy.File).Select(manager => Make(manager, kind, policy.File, name, $"{policy.File.Id}/{Day(review.Due)}", "review", text));
    }

    private static IEnumerable<Notice> Conditions(NoticeData data, PolicyFile file)
    {
        if (file.Draft is not { Ratification: { IsWaiting: true } ratification } draft || ratification.On.AddDays(ConditionDays) > data.Day)
        {
            return [];
        }

        return Managers(data, file).Select(manager => Make(
            manager, NoticeKind.ConditionWaiting, file, "condition-waiting", $"{file.Id}/{draft.Hash}/{Day(ratification.On)}", "condition",
            $"The condition of a ratification still waits to be met: {file.Title}. It was ratified on {Words(ratification.On)}."));
    }

    // Those who manage a policy; and for whoever of them is away, or where nobody holds the role, those who stand in.
    private static IEnumerable<PersonId> Managers(NoticeData data, PolicyFile file)
    {
        var carriers = data.People.SelectMany(person => person.Roles.Where(held => data.Manages(held, file.School)).Select(held => (Person: person, Held: held))).ToList();
        var holders = carriers.Where(carrier => !carrier.Held.IsDeputy).ToList();
        var standIns =
            from deputy in carriers
            where deputy.Held.IsDeputy
            let deputised = holders.Where(holder => StandsInFor(deputy.Held, holder.Held)).ToList()
            where deputised.Count == 0 || deputised.Exists(holder => IsAway(holder.Person, data.Day))
            select deputy;
        return holders.Concat(standIns).Select(carrier => carrier.Person.Id).Distinct();
    }

    private static bool StandsInFor(RoleHeld deputy, RoleHeld holder) =>
        deputy.Role == holder.Role && (deputy.School is null || holder.School is null || deputy.School == holder.School);

    private static bool IsAway(Person person, DateOnly day) => person.Absence is { } absence && absence.Covers(day);

    // The key of a notice without its step: all reminders of a thing are about the same.
    private static string Matter(string key) => $"{key[..key.IndexOf('-', StringComparison.Ordinal)]}{key[key.IndexOf('/', StringComparison.Ordinal)..]}";

    private static Notice Make(PersonId recipient, NoticeKind kind, PolicyFile file, string name, string matter, string page, string text) =>
        new(recipient, kind, file.Id, $"{name}/{matter}/{recipient}", $"/policies/{file.Id}/{page}", text);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Words(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
