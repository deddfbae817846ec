using Lanyard.Accounts;
using Lanyard.Accounts.Tokens;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Features.Acceptances;
using Lanyard.Web.Features.CaseAccess;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.Acceptances;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People.SeePerson;

/// <summary>Shows a person, and makes links by which they sign in.</summary>
[Needs(Permission.ManagePeople)]
public sealed class SeePersonPage(
    Visit visit, RecordBook book, PeopleDesk desk, AccountStates accounts, AccountBook links, LiveTokens tokens,
    TakeoverGuard guard, NamesThen namesThen) : PersonPageBase(visit, book, desk)
{
    public PersonStatus Status { get; private set; } = null!; // set before the page is drawn

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public string? Link { get; private set; }

    /// <summary>What they accepted, newest first.</summary>
    public IReadOnlyList<AcceptedLine> Accepted { get; private set; } = [];

    /// <summary>Who else has the address that they share.</summary>
    public IReadOnlyList<Person> Sharing { get; private set; } = [];

    /// <summary>The tokens that let programs in as this person.</summary>
    public IReadOnlyList<AccessToken> Tokens { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        await ReadAsync(cancel);
        return Page();
    }

    [NeedsFreshProof]
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (Person.Details?.Email is null || !Person.IsHere(Today))
        {
            ModelState.AddModelError("", Person.IsHere(Today) ? "A sign-in link needs an email address. Change the person and add one." : "Somebody who has left cannot sign in.");
        }
        else if (!await guard.MayAsync(Who, Person, TakeoverStep.Link, cancel))
        {
            ModelState.AddModelError("", TakeoverGuard.Refusal);
        }
        else if (await Desk.IsTakenElsewhereAsync(Who, Person.Details.Email))
        {
            ModelState.AddModelError("", "Somebody else on this server signs in with this email address. Change the person and give another.");
        }
        else
        {
            var secret = await links.MakeLinkAsync(Who.At, Person.Id, Who.Id, cancel);
            Link = $"{Request.Scheme}://{Request.Host}/link/{secret}";
        }

        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid token, CancellationToken cancel) =>
        await FindAsync(cancel) && await links.RevokeTokenAsync(Who.At, Person.Id, token, Who.Id, cancel) ? Done(Home, "The token is revoked. It lets nobody in any more.") : NotFound();

    private async Task ReadAsync(CancellationToken cancel)
    {
        Status = await accounts.FindAsync(Who, Person, Today, cancel);
        Tokens = await tokens.OfAsync(Person.Id, cancel);
        Accepted = await AcceptedAsync(cancel);
        Sharing = await SharingAsync(cancel);
        var lines = new List<HistoryLine>();
        var names = new Dictionary<PersonId, string>();
        foreach (var subject in new[] { Subject, $"access/{Person.Id}" })
        {
            await foreach (var happening in Book.HistoryAsync(Who.At, subject, cancel))
            {
                if (Text(happening) is { } text)
                {
                    lines.Add(new(happening.At, text, happening.By is { } by ? await NameAsync(by, names, cancel) : "Lanyard"));
                }
            }
        }

        lines.Reverse();
        History = [.. lines.OrderByDescending(line => line.At)]; // of one moment, the last written stays first
    }

    private async Task<IReadOnlyList<AcceptedLine>> AcceptedAsync(CancellationToken cancel)
    {
        var lines = new List<AcceptedLine>();
        foreach (
            var acceptance in (
            await Book.ListAsync<Acceptance>(Who.At, cancel, AcceptanceRegister.PersonTerm(Person.Id)))
            .Select(kept => kept.Value).OrderByDescending(each => each.At))
        {
            var file = (await Book.FindAsync<PolicyFile>(Who.At, $"policy/{acceptance.Policy}", cancel))?.Value;
            var from = file?.Versions.FirstOrDefault(version => version.Hash == acceptance.Hash)?.From;
            lines.Add(new(
                file?.Title ?? "A policy that is gone", from is { } day ? $"in force from {day.InWords()}" : "",
                    acceptance.At,
                await namesThen.FindAsync(Who.At, Person.Id, acceptance.At, cancel), $"/policies/{acceptance.Policy}"));
        }

        return lines;
    }

    private async Task<IReadOnlyList<Person>> SharingAsync(CancellationToken cancel)
    {
        if (Person.Details?.ContactEmail is not { } address)
        {
            return [];
        }

        var found = await Book.ListAsync<Person>(Who.At, cancel, PersonRegister.ContactTerm(address));
        var holders = await Book.ListAsync<Person>(Who.At, cancel, PersonRegister.EmailTerm(address));
        return [.. found.Concat(holders).Select(kept => kept.Value)
            .Where(other => other.Id != Person.Id && other.Left is null && Who.MayManage(other))
            .DistinctBy(other => other.Id)];
    }

    private async Task<string> NameAsync(PersonId by, Dictionary<PersonId, string> names, CancellationToken cancel)
    {
        if (!names.TryGetValue(by, out var name))
        {
            name = (await Book.FindAsync<Person>(Who.At, $"person/{by}", cancel))?.Value.Name ?? "Somebody";
            names[by] = name;
        }

        return name;
    }

    // What people do with their own account is theirs; what others did to it is told.
    private string? Text(Happening happening) => happening.Event switch
    {
        PersonJoined joined => $"Added as {Words(joined.Roles)}",
        PersonChanged changed => $"Changed: {changed.Content?.Name ?? Person.Name}, {Words(changed.Roles)}",
        PersonLeft left => $"Left on {left.On.InWords()}",
        PersonReturned back => $"Came back on {back.On.InWords()}",
        AbsenceSet { Absence: { } absence } => $"Away from {absence.From.InWords()} to {absence.To.InWords()}",
        AbsenceSet => "Not away",
        AccessChanged { Change: AccessChange.Invited } => "Invited by email",
        AccessChanged { Change: AccessChange.NotDelivered } => "Invitation not delivered: no mail server took the email, and it was given up",
        AccessChanged { Change: AccessChange.MailRefused } => "Invitation not delivered: the mail server refused it",
        AccessChanged { Change: AccessChange.LinkMade } => "Sign-in link made",
        AccessChanged { Change: AccessChange.TokenRevoked } when happening.By != Person.Id => "A token for the programming interface revoked",
        AccessChanged { Change: AccessChange.CredentialsEnded } => "Everything they signed in with has ended",
        AccessChanged => null,
        SecondFactorReset reset => $"{(reset.Factor == SecondFactor.Codes ? "Codes turned off" : "Passkeys removed")}: {reset.Content?.Why ?? "the reason was erased"}",
        var other => EventKinds.Kind(other.GetType()).Replace('-', ' '),
    };

    private string Words(IEnumerable<RoleHeld> roles) => string.Join("; ", roles.Select(InWords));
}
