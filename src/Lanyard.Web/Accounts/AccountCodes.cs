using Microsoft.AspNetCore.Identity;

namespace Lanyard.Web.Accounts;

/// <summary>Checks codes from an authenticator app.</summary>
public sealed class AccountCodes(UserManager<Account> accounts, AccountBook book)
{
    // Identity takes the codes of five half minutes, in case the clocks differ, so that many must be remembered.
    private const int MostRemembered = 10;

    /// <summary>Whether a code is right. It is used up by that; a wrong one counts towards the lock.</summary>
    public async Task<bool> TakeAsync(Account account, string typed, CancellationToken cancel)
    {
        var code = new string([.. typed.Where(char.IsAsciiDigit)]);
        if (await accounts.IsLockedOutAsync(account))
        {
            return false;
        }

        if (account.LastCodes.Contains(code) || !await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            await book.CountWrongAsync(account, cancel);
            return false;
        }

        account.LastCodes = [code, .. account.LastCodes.Take(MostRemembered - 1)];
        account.AccessFailedCount = 0;
        return (await accounts.UpdateAsync(account)).Succeeded; // of two who send the same code at once, one gets in
    }
}
