using Lanyard.Accounts.Tokens;
using Lanyard.Domain.People;

namespace Lanyard.Accounts;

/// <summary>The tokens of a person that let a program in now. A new password does not end them, so whoever sets one is told of them.</summary>
public sealed class LiveTokens(TokenStore tokens, TimeProvider clock)
{
    /// <summary>The page that tells of them.</summary>
    public const string Address = "/account/password/tokens";

    /// <summary>A person's tokens that have not ended.</summary>
    public async Task<IReadOnlyList<AccessToken>> OfAsync(PersonId person, CancellationToken cancel) =>
        [.. (await tokens.OfAsync(person, cancel)).Where(token => token.Expires >= clock.GetUtcNow())];
}
