using Lanyard.Accounts;
using Lanyard.Records;
using Lanyard.Web.Features.CaseAccess;
using Lanyard.Web.Features.Notices;
using Lanyard.Web.Features.Notices.SendLetters;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.Notices;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People.ResetSecondFactor;

/// <summary>Takes a second factor from somebody who has lost it, for whoever looks after them.</summary>
[Needs(Permission.ManagePeople)]
[NeedsFreshProof]
public sealed class ResetSecondFactorPage(Visit visit, RecordBook book, PeopleDesk desk, UserManager<Account> accounts,
    AccountBook access, NoticeBook notices, TakeoverGuard guard, LetterBell bell) : PersonPageBase(visit, book, desk)
{
    private static readonly FieldChoice[] All =
        [new(nameof(SecondFactor.Codes), "Their phone with the authenticator app", "Codes are turned off, and the recovery codes end"), new(nameof(SecondFactor.Passkeys), "Their passkeys", "Every passkey is removed")];

    private HashSet<SecondFactor> _has = [];

    [BindProperty]
    public string Factor { get; set; } = "";

    [BindProperty]
    public string Why { get; set; } = "";

    public IReadOnlyList<FieldChoice> Choices => [.. All.Where(choice => _has.Contains(Enum.Parse<SecondFactor>(choice.Value)))];

    public bool IsOwn => Person.Id == Who.Id;

    public bool IsNeeded => SecondFactors.AreNeededBy(Person);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        SecondFactor? factor = Enum.TryParse<SecondFactor>(Factor, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        var outcome = ResetCase.Reset(Who.Id, Person.Id, factor, _has, Why);
        foreach (var refusal in outcome.Refusals)
        {
            ModelState.AddModelError(refusal.Field, refusal.Text);
        }

        if (!await guard.MayAsync(Who, Person, TakeoverStep.Reset, cancel))
        {
            ModelState.AddModelError("", TakeoverGuard.Refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // The record comes first, so that nothing is taken from anybody without it.
        await Book.WriteAsync(Who.At, new(Who.Id), outcome.Events, new Dictionary<string, long>(), cancel, write => notices.AddAsync(write, Tell(chosen), Visit.Now, cancel));
        await access.ResetAsync(Person.Id, chosen, CancellationToken.None); // recorded is recorded, even if the browser is gone
        bell.Ring();
        return Done(Home, $"{(chosen == SecondFactor.Codes ? "Codes were turned off" : "The passkeys were removed")} for {Person.Name}. They are signed out, and are told.");
    }

    private Notice Tell(SecondFactor factor) => new(
        Person.Id, NoticeKind.SignInChanged, Policy: null, $"sign-in-changed/{Guid.CreateVersion7(Visit.Now):N}/{Person.Id}", "/account",
        $"{(factor == SecondFactor.Codes ? "Your codes were turned off" : "Your passkeys were removed")} by whoever looks after people in your organisation. If you did not ask for that, tell them at once.");

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return false;
        }

        var account = await accounts.FindByIdAsync(Person.Id.ToString());
        _has = [.. account?.TwoFactorEnabled == true ? [SecondFactor.Codes] : Array.Empty<SecondFactor>(), .. account?.Passkeys.Count > 0 ? [SecondFactor.Passkeys] : Array.Empty<SecondFactor>()];
        return true;
    }
}
