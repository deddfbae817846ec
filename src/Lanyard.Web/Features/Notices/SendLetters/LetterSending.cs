using System.Net.Mail;
using Lanyard.Accounts;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;
using Lanyard.Mail;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.People;
using Microsoft.Extensions.Hosting;

namespace Lanyard.Web.Features.Notices.SendLetters;

/// <summary>Sends the letters of the outbox.</summary>
/// <remarks>
/// A letter is in the outbox from the transaction that makes its notice until the transaction that notes that the mail server
/// took it, so it is never lost. If the process ends between the two, it is sent again, under the same Message-ID: SMTP
/// knows nothing better, and by it whoever receives the letter can tell that it is the same.
/// </remarks>
internal sealed class LetterSending(
    RecordBook book,
    Outbox outbox,
    NoticeBook notices,
    RefusedAddresses refused,
    LetterPost post,
    LetterBell bell,
    SecondFactors factors,
    ServerOptions options,
    TimeProvider clock,
    IHostApplicationLifetime life,
    ILogger<LetterSending> log) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await life.StartedAsync(stoppingToken);
            while (options.MailServer is not null)
            {
                bell.Hush();
                var next = await RoundAsync(stoppingToken);
                await clock.WaitAsync(bell.WaitAsync, next, stoppingToken);
            }
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // What is not sent yet waits for the next start.
        }
    }

    // Sends what is due, and answers when to look again. Catches whatever goes wrong: the letters wait, and the pages go on.
    private async Task<DateTimeOffset> RoundAsync(CancellationToken stop)
    {
        try
        {
            var next = DateTimeOffset.MaxValue;
            foreach (var organisation in (await book.Store.OrganisationsAsync(stop)).Where(id => id != Installation.Partition))
            {
                await SendDueAsync(organisation, stop);
                next = await outbox.NextAsync(organisation, stop) is { } due && due < next ? due : next;
            }

            return next;
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            log.LogError(problem, "The outbox could not be read; it is tried again in {Minutes} minutes.", PauseAfterFault.TotalMinutes);
            return clock.GetUtcNow() + PauseAfterFault;
        }
    }

    private async Task SendDueAsync(OrganisationId organisation, CancellationToken stop)
    {
        while (await outbox.DueAsync(organisation, clock.GetUtcNow(), stop) is { Count: > 0 } due)
        {
            for (var at = 0; at < due.Count; at++)
            {
                var (key, letter) = due[at];
                await outbox.BeginAsync(organisation, [key], clock.GetUtcNow(), stop);
                if (!await SendAsync(organisation, key, letter, stop))
                {
                    // Nobody was there to take it, so the others are not tried either.
                    await outbox.BeginAsync(organisation, due.Skip(at + 1).Select(other => other.Key), clock.GetUtcNow(), stop);
                    break;
                }
            }
        }
    }

    // False if the mail server could not be reached at all.
    private async Task<bool> SendAsync(OrganisationId organisation, string key, Letter letter, CancellationToken stop)
    {
        if (await AddressAsync(organisation, letter, stop) is not { } email)
        {
            await notices.SettleAsync(organisation, key, MailState.None, stop);
            return true;
        }

        try
        {
            await post.SendAsync(organisation, key, letter, email, stop);
        }
        catch (MailException problem)
        {
            await NoteAsync(organisation, key, letter, email, problem, stop);
            return IsOfLetter(problem.Problem);
        }

        await notices.SettleAsync(organisation, key, MailState.Sent, CancellationToken.None); // taken is taken, even while the process stops
        return true;
    }

    // What is wrong with one letter, or with its recipient, holds up no other.
    private static bool IsOfLetter(MailProblem problem) =>
        problem is MailProblem.LetterRefused or MailProblem.BrokenOff;

    private async Task NoteAsync(
        OrganisationId organisation, string key, Letter letter, string email, MailException problem,
            CancellationToken stop)
    {
        var isGivenUp = problem.Refusal is not null || letter.Made + GivenUpAfter < clock.GetUtcNow();
        // Only what kind of problem it is: the words of a mail server may hold the address.
        log.LogWarning(
            "Letter {Letter} of organisation {Organisation} was not taken ({Problem}, {Status}), try {Try}.{After}",
            LetterPost.NameOf(organisation, key),
            organisation,
            problem.Problem,
            problem.Code,
            letter.Tries + 1,
            isGivenUp ? " It is given up." : "");
        if (isGivenUp)
        {
            await GiveUpAsync(organisation, key, letter, email, problem.Refusal, stop);
        }
    }

    // Of a notice, the notice says what became of its letter; an invitation has none, so the record of the person does.
    private async Task GiveUpAsync(
        OrganisationId organisation, string key, Letter letter, string email, MailRefusal? why, CancellationToken stop)
    {
        if (letter.Kind == LetterKind.Invitation)
        {
            var change = why is null ? AccessChange.NotDelivered : AccessChange.MailRefused;
            await book.WriteAsync(
                organisation,
                Author.Lanyard,
                [new AccessChanged(letter.Recipient, change)],
                new Dictionary<string, long>(),
                stop,
                write => EndAsync(write, key, letter, email, why, stop));
            return;
        }

        await notices.SettleAsync(
            organisation, key, MailState.GivenUp, stop, write => EndAsync(write, key, letter, email, why, stop));
    }

    private async Task EndAsync(
        IRecordTransaction write, string key, Letter letter, string email, MailRefusal? why, CancellationToken stop)
    {
        await outbox.RemoveAsync(write, key, stop);
        if (why is { } refusal)
        {
            await refused.PutAsync(write, letter.Recipient, email, refusal, stop);
        }
    }

    // No letter goes to an address that the mail server has refused as none: that would be taken for guessing.
    private async Task<string?> AddressAsync(OrganisationId organisation, Letter letter, CancellationToken stop)
    {
        var person = (await book.FindAsync<Person>(organisation, $"person/{letter.Recipient}", stop))?.Value;
        return person?.Details?.Email is { } email
            && MailAddress.TryCreate(email, out _)
            && person.IsHere(UkTime.DayOf(clock.GetUtcNow()))
            && await IsWantedAsync(organisation, letter, stop)
            && !(await refused.FindAsync(organisation, person, stop) is { } why && RefusedAddresses.IsOfAddress(why))
            ? email : null;
    }

    private async Task<bool> IsWantedAsync(OrganisationId organisation, Letter letter, CancellationToken stop) => letter.Kind switch
    {
        // Somebody without an account could do nothing: they are told when they first sign in.
        LetterKind.Notice => await factors.HasWayInAsync(letter.Recipient, stop)
            && await notices.WantsEmailAsync(organisation, letter.Recipient, stop),
        LetterKind.Invitation => !await factors.HasWayInAsync(letter.Recipient, stop), // meanwhile they may have signed in by another way
        _ => true,
    };
}
