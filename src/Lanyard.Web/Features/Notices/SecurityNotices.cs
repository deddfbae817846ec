using Lanyard.Accounts;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Web.Features.CaseAccess;
using Lanyard.Web.Features.Notices.SendLetters;
using Lanyard.Web.Features.OwnAccount;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.Access.Cases;
using Lanyard.Workflows.Notices;
using Lanyard.Workflows.People;
using Roles = Lanyard.Workflows.Access.Cases.CaseRoles;

namespace Lanyard.Web.Features.Notices;

/// <summary>Tells people in the same transaction what happens to the way they sign in, and tells those who guard the
/// cases what happens to the roles that see them.</summary>
/// <remarks>A notice holds no name: it may be read over a shoulder, and its letter by others who read the
/// mailbox.</remarks>
public sealed class SecurityNotices(RecordBook book, NoticeBook notices, CaseRoleDesk cases, SecondFactors factors,
    LetterBell bell, TimeProvider clock) : IRecordFollower
{
    private const string List = CaseRolePageBase.List;
    private const string IfNot =
        "If you did not do or ask for that, tell those who look after people in your organisation at once.";

    private static readonly AccessChange[] Guarded =
    [
        AccessChange.LinkMade, AccessChange.PasswordSetByLink, AccessChange.CodesOn, AccessChange.CodesOff,
        AccessChange.PasskeyAdded, AccessChange.PasskeyRemoved, AccessChange.LinkMadeOnServer,
    ];

    private static readonly AccessChange[] Told =
    [
        .. Guarded, AccessChange.PasswordSet, AccessChange.RecoveryCodesMade, AccessChange.RecoveryCodeUsed,
        AccessChange.TokenMade,
    ];

    /// <summary>Follows everything that is written from now on.</summary>
    public void Start()
    {
        book.Follow(this);
        book.HasWritten += (_, written) =>
        {
            if (written.Events.Any(IsConcerned))
            {
                bell.Ring();
            }
        };
    }

    /// <inheritdoc/>
    public async Task FollowAsync(IRecordTransaction write, Author author, IReadOnlyCollection<Event> events,
        CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var happened in events.Where(IsConcerned))
        {
            foreach (var notice in await OfAsync(write.Organisation, author.Person, happened, cancel))
            {
                // Those without an account would have nothing to read it with, and are written to by nobody.
                if (await factors.HasWayInAsync(notice.Recipient, cancel))
                {
                    await notices.AddAsync(write, notice, now, cancel);
                }
            }
        }
    }

    private static bool IsConcerned(Event happened) => happened switch
    {
        AccessChanged changed => Told.Contains(changed.Change),
        PersonChanged changed => changed.Roles.Any(Roles.Include),
        SecondFactorReset or CaseGrantEvent or CasesOpened => true,
        _ => false,
    };

    private async Task<IReadOnlyList<Notice>> OfAsync(
        OrganisationId at, PersonId? by, Event happened, CancellationToken cancel) => happened switch
    {
        AccessChanged changed => await AccessAsync(at, by, changed, cancel),
        SecondFactorReset reset =>
            await IfHolderAsync(at, by, reset.Person, "The second factor of somebody who sees cases was reset.",
                cancel),
        PersonChanged changed => await AddressAsync(at, by, changed, cancel),
        CaseGrantEvent grant => await GrantAsync(at, by, grant, cancel),
        CasesOpened opened =>
            await GuardsAsync(at, by, opened.Person,
                List, $"A deputy opened the cases until {opened.Until.InWords()}.", cancel),
        _ => [],
    };

    // A link that the server itself makes lies in a letter to its owner, and one made on the server is told elsewhere.
    private async Task<IReadOnlyList<Notice>> AccessAsync(
        OrganisationId at, PersonId? by, AccessChanged changed, CancellationToken cancel)
    {
        var (person, change) = (changed.Person, changed.Change);
        var told = new List<Notice>();
        if (change != AccessChange.LinkMadeOnServer && (change != AccessChange.LinkMade || by is not null))
        {
            told.Add(Own(person, $"{AccessWords.Of(change)}. {IfNot}"));
        }

        if (Guarded.Contains(change))
        {
            told.AddRange(await IfHolderAsync(at, by, person, InWords(change), cancel));
        }

        return told;
    }

    private async Task<IReadOnlyList<Notice>> AddressAsync(
        OrganisationId at, PersonId? by, PersonChanged changed, CancellationToken cancel)
    {
        var before = (await book.FindAsync<Person>(at, $"person/{changed.Person}", cancel))?.Value.Details?.Email;
        if (before is null || string.Equals(before, changed.Content?.Email, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var text = "The address that somebody who sees cases signs in with was changed.";
        return
        [
            Own(changed.Person, $"The address that you sign in with was changed. {IfNot}"),
            .. await IfHolderAsync(at, by, changed.Person, text, cancel),
        ];
    }

    private async Task<IReadOnlyList<Notice>> GrantAsync(OrganisationId at, PersonId? by, CaseGrantEvent happened,
        CancellationToken cancel)
    {
        var address = $"/case-roles/{happened.Grant:N}";
        var (person, own, guards) = happened switch
        {
            CaseRoleAsked asked => (
                asked.Person,
                $"Somebody asked that you get a role that sees cases. A second person must confirm it by {Day(
                    asked.Until)}.",
                $"Somebody asked for a role that sees cases. A second person must confirm or refuse it by {Day(
                    asked.Until)}."),
            CaseRoleNamed named => (
                named.Person,
                $"You have a role that sees cases. A second person must confirm it by {Day(named.Until)}.",
                $"The first person got a role that sees cases. A second person must confirm or refuse it by {Day(
                    named.Until)}."),
            CaseRoleGiven given => (
                given.Person, "You have a role that sees cases.",
                "Somebody who holds a role that sees cases gave it to another person."),
            CaseRoleTaken taken => (
                taken.Person, "A role that sees cases was taken from you.",
                "A role that sees cases was taken from somebody, or they left."),
            CaseRoleConfirmed => (
                await PersonAsync(at, happened, cancel), "Your role that sees cases was confirmed.",
                "A role that sees cases was confirmed."),
            CaseRoleRefused => (
                await PersonAsync(at, happened, cancel), "A role that sees cases was refused to you.",
                "A role that sees cases was refused."),
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Say it in words here."),
        };
        var told = await GuardsAsync(at, by, person, address, guards, cancel);
        return [Make(person, "/", own, NoticeKind.CaseRoles), .. told];
    }

    private static string Day(DateTimeOffset moment) => UkTime.DayOf(moment).InWords();

    private async Task<PersonId> PersonAsync(OrganisationId at, CaseGrantEvent happened, CancellationToken cancel) =>
        (await book.FindAsync<CaseGrant>(at, happened.Subject, cancel))?.Value.Person
            ?? throw new InvalidOperationException($"The giving {happened.Grant} was decided before it was asked for.");

    private static string InWords(AccessChange change) => change switch
    {
        AccessChange.LinkMade or AccessChange.LinkMadeOnServer => "A sign-in link was made for somebody who sees cases.",
        AccessChange.PasswordSetByLink => "A sign-in link of somebody who sees cases was used.",
        AccessChange.CodesOn or AccessChange.PasskeyAdded => "Somebody who sees cases added a second factor.",
        _ => "Somebody who sees cases removed a second factor.",
    };

    private Notice Own(PersonId person, string text) => Make(person, "/account", text, NoticeKind.SignInChanged);

    private async Task<IReadOnlyList<Notice>> IfHolderAsync(
        OrganisationId at, PersonId? by, PersonId person, string text, CancellationToken cancel) =>
        await book.FindAsync<Person>(at, $"person/{person}", cancel) is { } kept && Roles.AreHeldBy(kept.Value)
            ? await GuardsAsync(at, by, person, List, text, cancel) : [];

    // Those who hold a role that sees cases, and those who look after people: but for the one who did it, and the one
    // it is about.
    private async Task<IReadOnlyList<Notice>> GuardsAsync(
        OrganisationId at, PersonId? by, PersonId person, string address, string text, CancellationToken cancel)
    {
        var today = UkTime.DayOf(clock.GetUtcNow());
        var roles = RolePermissions.CarriersOf(Permission.ManagePeople).Union(Roles.All);
        var guards = await cases.HoldersAsync(at, roles, cancel);
        return
        [
            .. guards.Where(guard => guard.IsHere(today) && guard.Id != by && guard.Id != person)
                .Select(guard => Make(guard.Id, address, text, NoticeKind.CaseRoles)),
        ];
    }

    private Notice Make(PersonId recipient, string address, string text, NoticeKind kind)
    {
        var name = kind == NoticeKind.CaseRoles ? "case-roles" : "sign-in-changed";
        var key = $"{name}/{Guid.CreateVersion7(clock.GetUtcNow()):N}/{recipient}";
        return new(recipient, kind, Policy: null, key, address, text);
    }
}
