using Lanyard.Accounts;
using Lanyard.Accounts.Tokens;
using Lanyard.Domain.Naming;
using Lanyard.Records;
using Lanyard.Web.Api.Tokens;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.Access;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Tokens.ManageTokens;

/// <summary>Makes and revokes a person's own tokens for the programming interface.</summary>
[Needs(Permission.BeHere)]
public sealed class ManageTokensPage(Visit visit, RecordBook book, TokenStore tokens, AccountBook access) : LanyardPage(visit, book)
{
    private const int LongestName = 80;

    private static readonly int[] Days = [30, 90, 365];

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public List<string> Scopes { get; set; } = [];

    [BindProperty]
    public string Lasts { get; set; } = "";

    public static IReadOnlyList<FieldChoice> LastsChoices { get; } = [.. Days.Select(days => new FieldChoice($"{days}", $"{days} days"))];

    public IReadOnlyList<FieldChoice> ScopeChoices { get; private set; } = [];

    public IReadOnlyList<AccessToken> Tokens { get; private set; } = [];

    public string? Secret { get; private set; }

    public bool IsOver(AccessToken token) => token.Expires < Visit.Now;

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    [NeedsFreshProof]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var who = await ReadAsync(cancel);
        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var now = Visit.Now;
        var expires = now.AddDays(int.Parse(Lasts, System.Globalization.CultureInfo.InvariantCulture)); // it is one of the choices
        await access.RecordAsync(who.At, who.Id, who.Id, AccessChange.TokenMade, cancel); // first, so that there is no token that the record does not know
        Secret = await tokens.MakeAsync(new(Guid.CreateVersion7(now), who.Id, who.At, Name.Trim(), [.. Scopes.Distinct()], now, expires, LastUsed: null), cancel);
        Tokens = await tokens.OfAsync(who.Id, cancel);
        ModelState.Clear(); // the form is empty again
        (Name, Scopes, Lasts) = ("", [], "");
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid token, CancellationToken cancel)
    {
        var who = await ReadAsync(cancel);
        if (!await tokens.RevokeAsync(who.Id, token, cancel))
        {
            return NotFound();
        }

        await access.RecordAsync(who.At, who.Id, who.Id, AccessChange.TokenRevoked, cancel);
        return Done("/account/tokens", "The token is revoked. It lets nobody in any more.");
    }

    private async Task<Who> ReadAsync(CancellationToken cancel)
    {
        var who = await Visit.GetAsync(cancel);
        ScopeChoices = [.. ApiScopes.For(who).Select(scope => new FieldChoice(scope.Name, scope.Name, scope.Meaning))];
        Tokens = await tokens.OfAsync(who.Id, cancel);
        return who;
    }

    private void Check()
    {
        if (Name.Trim() is not { Length: > 0 and <= LongestName })
        {
            ModelState.AddModelError(nameof(Name), $"Enter a name of at most {LongestName} characters");
        }
        else if (!ProperName.TryParse(Name, out _, out var problem))
        {
            ModelState.AddModelError(nameof(Name), problem);
        }

        if (Scopes.Count == 0)
        {
            ModelState.AddModelError(nameof(Scopes), "Choose at least one thing that it may be used for");
        }
        else if (Scopes.Any(scope => ScopeChoices.All(choice => choice.Value != scope)))
        {
            ModelState.AddModelError(nameof(Scopes), "Choose from the list: your roles allow nothing else");
        }

        if (LastsChoices.All(choice => choice.Value != Lasts))
        {
            ModelState.AddModelError(nameof(Lasts), "Choose how long it lasts");
        }

        if (Tokens.Count >= TokenStore.Most)
        {
            ModelState.AddModelError("", $"You have {TokenStore.Most} tokens. Revoke one before you make another.");
        }
    }
}
