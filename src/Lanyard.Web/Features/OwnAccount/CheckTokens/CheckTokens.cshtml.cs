using Lanyard.Accounts;
using Lanyard.Accounts.Tokens;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Web.Features.OwnAccount.CheckTokens;

/// <summary>Tells whoever has set a password which tokens are valid all the same.</summary>
[Needs(Permission.BeHere)]
public sealed class CheckTokensPage(Visit visit, RecordBook book, LiveTokens tokens) : LanyardPage(visit, book)
{
    public IReadOnlyList<AccessToken> Tokens { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Tokens = await tokens.OfAsync((await Visit.GetAsync(cancel)).Id, cancel);
}
