using Lanyard.Accounts.Passwords;
using Lanyard.Workflows.Access;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Accounts;

/// <summary>Checks codes from an authenticator app, and the recovery codes that stand in for them.</summary>
/// <remarks>Wrong codes are counted on the account, apart from passwords: only a right code ends the count, and only who knows the password gets so far.</remarks>
public sealed class AccountCodes(
    UserManager<Account> accounts, AccountBook book, SecurityLog security, TimeProvider clock)
{
    // Identity takes the codes of five half minutes, in case the clocks differ, so that many must be remembered.
    private const int MostRemembered = 10;

    // Five good codes of a million, and after the fifth wrong one at most a try an hour: a chance of one in eight thousand a day.
    private static readonly TryRule Rule = new(Free: 5, TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), Forgotten: TimeSpan.MaxValue);

    /// <summary>How long no code of an account is taken; <see langword="null"/> if one may be tried now.</summary>
    public TimeSpan? WaitFor(Account account) => account.CodesHeldUntil - clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : null;

    /// <summary>What to tell a person who entered a code that was not taken.</summary>
    /// <param name="account">Whose it was.</param>
    /// <param name="wrong">What to say if it was wrong.</param>
    public string InWords(Account account, string wrong) => WaitFor(account) is { } wait
        ? $"Too many wrong codes were entered. Wait {Math.Ceiling(wait.TotalMinutes)} minutes, then enter the code that the app shows by then."
        : wrong;

    /// <summary>Whether a code is right. It is used up by that; a wrong one counts.</summary>
    public async Task<bool> TakeAsync(Account account, string typed, CancellationToken cancel)
    {
        if (WaitFor(account) is not null || !await CountAsync(account))
        {
            return false;
        }

        var isRight = account.TwoFactorEnabled && RecoveryCodes.LookLike(typed) ? await TakeRecoveryAsync(account, typed, cancel) : await TakeFromAppAsync(account, typed);
        if (!isRight)
        {
            security.WrongCode(account.Person);
        }

        if (!isRight && account.CodesHeldUntil is not null)
        {
            await book.RecordAsync(account.Organisation, account.Person, by: null, AccessChange.CodesHeld, cancel);
        }

        return isRight;
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

    // Counted before it is looked at, so that of many codes sent at once no more are looked at than are counted.
    private async Task<bool> CountAsync(Account account)
    {
        account.WrongCodes++;
        account.CodesHeldUntil = account.WrongCodes >= Rule.Free ? clock.GetUtcNow() + Rule.WaitAfter(account.WrongCodes) : null;
        return (await accounts.UpdateAsync(account)).Succeeded; // if not, another was sent at the same moment, and this one is not looked at
    }

    private async Task<bool> TakeFromAppAsync(Account account, string typed)
    {
        var code = new string([.. typed.Where(char.IsAsciiDigit)]);
        if (account.LastCodes.Contains(code) || !await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            return false;
        }

        account.LastCodes = [code, .. account.LastCodes.Take(MostRemembered - 1)];
        return await UsedAsync(account);
    }

    private async Task<bool> TakeRecoveryAsync(Account account, string typed, CancellationToken cancel)
    {
        if (!RecoveryCodes.Take(account, typed) || !await UsedAsync(account))
        {
            return false;
        }

        await book.RecordAsync(account.Organisation, account.Person, account.Person, AccessChange.RecoveryCodeUsed, cancel);
        return true;
    }

    private async Task<bool> UsedAsync(Account account)
    {
        (account.WrongCodes, account.CodesHeldUntil) = (0, null);
        return (await accounts.UpdateAsync(account)).Succeeded; // of two who send the same code at once, one gets in
    }
}
