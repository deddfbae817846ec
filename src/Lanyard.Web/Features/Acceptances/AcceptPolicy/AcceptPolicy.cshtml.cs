using Lanyard.Policy.Publishing;
using Lanyard.Records;
using Lanyard.Web.Features.Policies;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.Acceptances;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Acceptances.AcceptPolicy;

/// <summary>Lets a person read the version in force and accept it.</summary>
[Needs(Permission.BeHere)]
public sealed class AcceptPolicyPage(Visit visit, RecordBook book, PolicyShelf shelf, AcceptanceList acceptances) : PolicyPageBase(visit, book, shelf)
{
    /// <summary>The text that the person has before them. Another one is not accepted by it.</summary>
    [BindProperty]
    public string Hash { get; set; } = "";

    public string Html { get; private set; } = "";

    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>What changed for this person since the version that they accepted; <see langword="null"/> if they never accepted one.</summary>
    public ChangeList? Changes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ShowAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var read = Hash;
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        var refusals = read == Hash ? Array.Empty<Refusal>() : [new Refusal("", "A new version came into force while you were reading. It is below: please read it before you accept it.")];
        ModelState.Remove(nameof(Hash));
        var clause = AcceptanceList.ClauseFor(Who.Person, Policy, InForce!); // shown only while a version is in force
        var outcome = Outcome.Of(refusals, () => AcceptedAt is null ? [new PolicyAccepted(Who.Id, Policy.Id, Hash, clause)] : []);
        return await TakeAsync(Who, outcome, new Dictionary<string, long>(), "/", $"You have accepted: {Policy.Title}.", cancel);
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || InForce?.Policy is not { } policy)
        {
            return false;
        }

        Hash = InForce.Hash;
        Html = PolicyPage.Body(policy);
        AcceptedAt = (await Book.FindAsync<Acceptance>(Who.At, AcceptanceRegister.Key(Who.Id, Policy.Id, Hash), cancel))?.Value.At;
        if (await acceptances.EarlierAsync(Who, Policy, Hash, cancel) is { } earlier && (await Shelf.FindAsync(Who.At, earlier.Hash, cancel))?.Policy is { } before)
        {
            Changes = ChangeList.Of(before, policy).For(policy, Roles.Values(Who.Person.Roles.Select(held => held.Role))); // theirs if somebody in one of their roles may be the one who acts
        }

        return true;
    }
}
