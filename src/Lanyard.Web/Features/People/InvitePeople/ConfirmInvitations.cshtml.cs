using System.Security.Cryptography;
using System.Text;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People.InvitePeople;

/// <summary>Asks once more, and invites.</summary>
[Needs(Permission.ManagePeople)]
public sealed class ConfirmInvitationsPage(Visit visit, RecordBook book, PeopleDesk desk, InvitationDesk invitations, ServerOptions options) : InvitationsPageBase(visit, book, desk, invitations, options)
{
    private const string List = "/people/invitations";

    /// <summary>The hash of whom and what the other had before them.</summary>
    [BindProperty]
    public string Seen { get; set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        Seen = Hash();
    }

    [NeedsFreshProof]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        var people = ToSend();
        if (!HasMail || people.Count == 0)
        {
            return Done(List, "Nobody was invited: everybody who can be has been already.");
        }

        if (Seen == Hash() && await Invitations.InviteAsync(Who, people, cancel))
        {
            return Done(List, $"{People(people.Count)} {(people.Count == 1 ? "was" : "were")} invited. The emails are on their way.");
        }

        await ReadAsync(cancel);
        ModelState.AddModelError("", "People were changed or invited since you opened this page, so nothing was sent. This is who would be invited now: look again, then confirm.");
        ModelState.Remove(nameof(Seen));
        Seen = Hash();
        return Page();
    }

    // It changes with every person, address and invitation, so what is confirmed is what was seen.
    private string Hash() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ToSend().Select(line => $"{line.Person.Id} {line.Version} {line.Person.Details?.Email}")))));
}
