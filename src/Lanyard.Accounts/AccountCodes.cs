using Lanyard.Workflows.Access;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Accounts;

/// <summary>Checks codes from an authenticator app, and the recovery codes that stand in for them.</summary>
public sealed class AccountCodes(UserManager<Account> accounts, AccountBook book)
{
    // Identity takes the codes of five half minutes, in case the clocks differ, so that many must be remembered.
    private const int MostRemembered = 10;

    /// <summary>Whether a code is right. It is used up by that; a wrong one counts towards the lock.</summary>
    public async Task<bool> TakeAsync(Account account, string typed, CancellationToken cancel)
    {
        if (await accounts.IsLockedOutAsync(account))
        {
            return false;
        }

        return account.TwoFactorEnabled && RecoveryCodes.LookLike(typed) ? await TakeRecoveryAsync(account, typed, cancel) : await TakeFromAppAsync(account, typed, cancel);
    }

    /// <summary>Gives an account new recovery codes; <see langword="null"/> if it was changed from somewhere else at the same moment.</summary>
    public async Task<IReadOnlyList<string>?> RenewRecoveryAsync(Account account, CancellationToken cancel)
    {
        var codes = RecoveryCodes.Renew(account);
        if (!(await accounts.UpdateAsync(account)).Succeeded)
        {
            return null;
        }

        await book.RecordAsync(account.Organisation, account.Person, account.Person, AccessChange.RecoveryCodesMade, cancel);
        return codes;
    }

    private async Task<bool> TakeFromAppAsync(Account account, string typed, CancellationToken cancel)
    {
        var code = new string([.. typed.Where(char.IsAsciiDigit)]);
        if (account.LastCodes.Contains(code) || !await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            await book.CountWrongAsync(account, cancel);
            return false;
        }

        account.LastCodes = [code, .. account.LastCodes.Take(MostRemembered - 1)];
        return await UsedAsync(account);
    }

    private async Task<bool> TakeRecoveryAsync(Account account, string typed, CancellationToken cancel)
    {
        if (!RecoveryCodes.Take(account, typed))
        {
            await book.CountWrongAsync(account, cancel);
            return false;
        }

        if (!await UsedAsync(account))
        {
            return false;
        }

        await book.RecordAsync(account.Organisation, account.Person, account.Person, AccessChange.RecoveryCodeUsed, cancel);
        return true;
    }

    private async Task<bool> UsedAsync(Account account)
    {
        account.AccessFailedCount = 0;
        return (await accounts.UpdateAsync(account)).Succeeded; // of two who send the same code at once, one gets in
    }
}
