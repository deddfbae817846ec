using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.Organisations.Help;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Home;

/// <summary>Works out how far an organisation is on the way from empty to ready.</summary>
public sealed class SetUpSteps(RecordBook book)
{
    /// <summary>The steps that a person may take, in the order in which they are taken; none once all of them are done.</summary>
    public async Task<IReadOnlyList<SetUpStep>> OfAsync(Who who, DateOnly today, CancellationToken cancel)
    {
        var steps = new List<SetUpStep>();
        if (who.May(Permission.ManageOrganisation, school: null))
        {
            steps.AddRange(await OfOrganisationAsync(who, cancel));
        }

        var isManaged = who.May(Permission.ManagePeople, school: null);
        if (isManaged)
        {
            steps.Add(await PeopleAsync(who, cancel));
        }

        if (who.May(Permission.ManagePolicies, school: null))
        {
            steps.AddRange(await OfPoliciesAsync(who, today, cancel));
        }

        if (isManaged)
        {
            steps.Add(await InviteAsync(who, today, cancel));
        }

        return steps.TrueForAll(step => step.IsDone) ? [] : steps;
    }

    private async Task<IEnumerable<SetUpStep>> OfOrganisationAsync(Who who, CancellationToken cancel)
    {
        var organisation = (await book.FindAsync<Organisation>(who.At, $"organisation/{who.At}", cancel))?.Value;
        var help = (await book.FindAsync<HelpContacts>(who.At, HelpRegister.SubjectOf(who.At), cancel))?.Value;
        return
        [
            new("Enter the term dates", "/organisation", organisation is { Calendar.Terms.IsEmpty: false },
                "Deadlines in school days are counted by them."),
            new("Say who people can turn to for help", "/organisation/help", help is { Tell.IsEmpty: false },
                "A frightened child sees these names under \"I need help now\"."),
        ];
    }

    private async Task<SetUpStep> PeopleAsync(Who who, CancellationToken cancel) =>
        new("Add people", "/people/import", (await book.ListAsync<Person>(who.At, cancel, PersonRegister.HereTerm, after: null, take: 2)).Count > 1,
            "From a list of your information system, or one by one.");

    private async Task<IEnumerable<SetUpStep>> OfPoliciesAsync(Who who, DateOnly today, CancellationToken cancel)
    {
        var files = (await book.ListAsync<PolicyFile>(who.At, cancel)).Select(kept => kept.Value).ToList();
        var draft = files.Find(file => file.Draft is not null);
        var isInForce = files.Exists(file => file.InForceOn(today) is not null || file.UpcomingAfter(today) is not null);
        return
        [
            new("Bring in your policy", "/policies/new", files.Count > 0,
                "From your own document, or from one of the policies that come with Lanyard."),
            new("Have it ratified, and put it in force", draft is null ? "/policies" : $"/policies/{draft.Id}", isInForce,
                "Nobody is answered by a policy before that.", files.Count == 0 ? "Bring in your policy first" : null),
        ];
    }

    private async Task<SetUpStep> InviteAsync(Who who, DateOnly today, CancellationToken cancel)
    {
        const string Text = "Invite people to sign in";
        const string Address = "/people/invitations";
        var known = await book.ListAsync<AccessHistory>(who.At, cancel, after: null, take: 2); // one may be their own
        if (known.Any(kept => kept.Value.Person != who.Id))
        {
            return new(Text, Address, IsDone: true, "Some have been invited.");
        }

        var others = (await book.ListAsync<Person>(who.At, cancel, PersonRegister.HereTerm)).Select(kept => kept.Value)
            .Count(person => person.Id != who.Id && person.IsHere(today) && !DetailChecks.IsPupil(person.Roles));
        return new(Text, Address, IsDone: false, $"{others.Of("person has", "people have")} no account yet, so they are told of nothing.",
            others == 0 ? "Add people first" : null);
    }
}
