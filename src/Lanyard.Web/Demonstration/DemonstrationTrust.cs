using System.Collections.Immutable;
using Lanyard.Accounts;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Domain.Policies;
using Lanyard.Policy.Literate;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.Acceptances;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.Organisations.Help;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Web.Demonstration;

/// <summary>A trust with people and a policy in force, all made up, so that Lanyard can be tried at once.</summary>
public static class DemonstrationTrust
{
    /// <summary>Everybody's password. The demonstration says so on its sign-in page; nothing else has a password that is known.</summary>
    public const string Password = "lantern-otter-violin";

    /// <summary>What every address of the demonstration ends with. Nobody has a mailbox there.</summary>
    public const string Domain = "@demo.example";

    /// <summary>Whom to sign in as.</summary>
    public static ImmutableArray<DemonstrationPerson> SignIns { get; } =
    [
        new("Priya Anand", "lead@demo.example", "computing lead: owns the policies and the people", "computing lead"),
        new("Helen Marsh", "head@demo.example", "headteacher", "headteacher"),
        new("Tom Okafor", "teacher@demo.example", "teacher", "teacher"),
        new("Ruth Bell", "dsl@demo.example", "designated safeguarding lead", "designated safeguarding lead"),
        new("Sam Whitlock", "governor@demo.example", "governor", "governor"),
        new("Nia Frost", "partner@demo.example", "partner", "partner"),
        new("Lou Hart", "volunteer@demo.example", "volunteer", "volunteer"),
        new("Jo Carter", "parent@demo.example", "parent", "parent"),
        new("Alex Reed", "pupil@demo.example", "pupil", "student"),
    ];

    private const string TrustName = "Lantern Schools Trust";

    private static readonly Dictionary<string, long> Anything = [];

    /// <summary>Fills an empty store. A store that holds anything stays as it is.</summary>
    public static async Task FillAsync(IServiceProvider services, CancellationToken cancel)
    {
        using var scope = services.CreateScope();
        var book = scope.ServiceProvider.GetRequiredService<RecordBook>();
        if ((await book.Store.OrganisationsAsync(cancel)).Any(id => id != Installation.Partition))
        {
            return;
        }

        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var (trust, policy) = (new OrganisationId(Guid.CreateVersion7(now)), new PolicyId(Guid.CreateVersion7(now)));
        var people = SignIns.ToDictionary(person => person.Email, _ => new PersonId(Guid.CreateVersion7(now)), StringComparer.Ordinal);
        var lead = people["lead@demo.example"];
        foreach (var (daysAgo, by, events) in Policies(policy, people, now).Prepend((60, lead, [.. Founding(trust, people, now)])))
        {
            // Written as if on that day, so that the demonstration has a past to look back on.
            await book.By(new DemonstrationClock(now.AddDays(-daysAgo))).WriteAsync(trust, new(by), events, Anything, cancel);
        }

        await OpenAccountsAsync(scope.ServiceProvider, trust, people);
    }

    private static IEnumerable<Event> Founding(OrganisationId trust, Dictionary<string, PersonId> people, DateTimeOffset now)
    {
        var (first, second) = (new SchoolId(Guid.CreateVersion7(now)), new SchoolId(Guid.CreateVersion7(now)));
        var year = UkTime.DayOf(now).AddMonths(-8).Year; // the school year that began last September
        yield return new OrganisationFounded(trust, TrustName, OrganisationKind.Trust, Jurisdiction.England);
        yield return new SchoolOpened(first, "Harbour Street Primary School");
        yield return new SchoolOpened(second, "Fellside Secondary School");
        yield return new CalendarSet(
            trust,
            [
                new Term(new(year, 9, 3), new(year, 10, 24)), new Term(new(year, 11, 3), new(year, 12, 19)), new Term(new(year + 1, 1, 5), new(year + 1, 2, 13)),
                new Term(new(year + 1, 2, 23), new(year + 1, 3, 27)), new Term(new(year + 1, 4, 13), new(year + 1, 5, 22)), new Term(new(year + 1, 6, 1), new(year + 1, 7, 17)),
            ],
            []);
        yield return new HelpContactsSet(trust)
        {
            Content = HelpContacts.Uk with
            {
                Tell =
                [
                    new(first, "Mr Quill, designated safeguarding lead", "01632 960 014"),
                    new(second, "Ruth Bell, designated safeguarding lead, room 12", "01632 960 027"),
                ],
            },
        };
        foreach (var person in SignIns)
        {
            SchoolId? school = person.Role is "teacher" or "student" or "parent" ? second : null;
            yield return new PersonJoined(people[person.Email], [new RoleHeld(person.Role, school)]) { Content = new(person.Name, person.Email) };
            yield return new AccessChanged(people[person.Email], AccessChange.PasswordSet);
        }
    }

    // What happened how many days ago, and by whom.
    private static IEnumerable<(int DaysAgo, PersonId By, Event[] Events)> Policies(PolicyId policy, Dictionary<string, PersonId> people, DateTimeOffset now)
    {
        var today = UkTime.DayOf(now);
        var text = ShippedPolicies.DraftFor("model-policy", TrustName, today.AddDays(-58)) ?? throw new InvalidOperationException("The model policy is missing from this build.");
        var document = LiteratePolicy.From(new("policy.md", text)); // not compiled here: the shelf does that once, for everybody
        var (lead, teacher, head, dsl) = (people["lead@demo.example"], people["teacher@demo.example"], people["head@demo.example"], people["dsl@demo.example"]);
        var reached = new[] { ("staff", 4), ("governors", 1), ("parents", 1) }.ToImmutableSortedDictionary(group => group.Item1, group => group.Item2, StringComparer.Ordinal);
        yield return (58, lead, [new TextKept(document.ContentHash, text), new DraftSaved(policy, document.ContentHash, document.FrontMatter.Policy, School: null)]);
        yield return (55, lead, [new ConsultationOpened(policy, document.ContentHash, ["staff", "governors", "parents"], today.AddDays(-40))]);
        yield return (50, teacher, [new ConsultationAnswered(Guid.CreateVersion7(now), policy, document.ContentHash, "staff", teacher) { Content = new("Clear. Please keep the examples in the text.") }]);
        yield return (39, lead, [new ConsultationClosed(policy, document.ContentHash) { Reached = reached }]);
        yield return (29, lead, [new PolicyRatified(policy, document.ContentHash, "governing body", $"Full governing body, {today.AddDays(-30).InWords()}, item 7", today.AddDays(-30), Condition: null)]);
        yield return (28, lead, [new PolicyPutInForce(policy, document.ContentHash, today.AddDays(-21))]);
        yield return (20, head, [new PolicyAccepted(head, policy, document.ContentHash, UnderClause: null)]);
        yield return (19, dsl, [new PolicyAccepted(dsl, policy, document.ContentHash, UnderClause: null)]);
    }

    private static async Task OpenAccountsAsync(IServiceProvider services, OrganisationId trust, Dictionary<string, PersonId> people)
    {
        var accounts = services.GetRequiredService<UserManager<Account>>();
        var hash = accounts.PasswordHasher.HashPassword(new() { Person = default, Organisation = trust }, Password); // the same for all, made once, for it takes long on purpose
        foreach (var (email, person) in people)
        {
            await accounts.CreateAsync(new() { Person = person, Organisation = trust, Email = email, PasswordHash = hash });
        }
    }
}
