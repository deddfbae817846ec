using Lanyard.Workflows.Access;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Accounts.Passwords;

/// <summary>Checks passwords that are typed, and sets new ones. Every password goes through here.</summary>
public sealed class PasswordDoor(
    UserManager<Account> accounts, IPasswordHasher<Account> hasher, AccountBook book, SignInGuard guard, HashingGate gate, KnownDevices devices, SecurityLog security,
    ILookupNormalizer normalizer)
{
    private const int MostTries = 5;

    // Checked where there is no account, so that an answer takes as long with one as without.
    private static string? _hashOfNobody;

    /// <summary>Checks a password that was typed for an address.</summary>
    public async Task<PasswordAnswer> TryAsync(HttpContext http, string email, string password, CancellationToken cancel)
    {
        var account = await accounts.FindByEmailAsync(email.Trim());
        var (address, place) = (normalizer.NormalizeEmail(email.Trim()) ?? "", ClientPlace.Of(http));
        var device = account is null ? null : devices.Find(http, account.Person);
        if (guard.Begin(address, place, device) is { } wait)
        {
            return new(PasswordOutcome.Held, Wait: wait);
        }

        if (await VerifyAsync(account, password) is not { } verified)
        {
            guard.Withdraw(address, place, device);
            return new(PasswordOutcome.Busy, Wait: HashingGate.Rest);
        }

        if (account?.PasswordHash is null || verified == PasswordVerificationResult.Failed || !await book.IsHereAsync(account.Organisation, account.Person, cancel))
        {
            security.WrongPassword(account?.Person);
            await NoteWrongAsync(account, guard.IsNews(address, place, device), cancel);
            return new(PasswordOutcome.Wrong); // who has left is told what everybody else is told
        }

        guard.Succeed(address, place, device);
        return new(PasswordOutcome.Right, verified == PasswordVerificationResult.SuccessRehashNeeded ? await RehashAsync(account, password) : account);
    }

    /// <summary>The hash of a new password; <see langword="null"/> if too many people sign in at this moment.</summary>
    public async Task<string?> HashAsync(Account account, string password) =>
        gate.TryRun(() => hasher.HashPassword(account, password), out var hashing) ? await hashing : null;

    /// <summary>Gives an account a new password, and ends what the old one had begun.</summary>
    /// <param name="account">The account.</param>
    /// <param name="hash">The hash of the password.</param>
    /// <returns>The account as it is now.</returns>
    /// <exception cref="InvalidOperationException">The account is gone, or went on changing meanwhile.</exception>
    public async Task<Account> SetAsync(Account account, string hash)
    {
        for (var left = MostTries; left > 0; left--)
        {
            account.PasswordHash = hash;
            if ((await accounts.UpdateSecurityStampAsync(account)).Succeeded)
            {
                return account;
            }

            account = await accounts.FindByIdAsync(account.Person.ToString()) ?? throw new InvalidOperationException($"The account of person {account.Person} is gone.");
        }

        throw new InvalidOperationException($"The password of person {account.Person} could not be set. Try again.");
    }

    private async Task<PasswordVerificationResult?> VerifyAsync(Account? account, string password) =>
        gate.TryRun(() => hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? HashOfNobody(), password), out var verifying)
            ? await verifying : null; // the hasher does not look at the account

    private string HashOfNobody() => _hashOfNobody ??= hasher.HashPassword(null!, "no password has this hash"); // as above

    private async Task NoteWrongAsync(Account? account, bool isNews, CancellationToken cancel)
    {
        if (isNews && account is not null)
        {
            await book.RecordAsync(account.Organisation, account.Person, by: null, AccessChange.Locked, cancel);
        }
    }

    // The old hash was made with fewer rounds. If it cannot be done now, the next sign-in does it.
    private async Task<Account> RehashAsync(Account account, string password)
    {
        if (await HashAsync(account, password) is not { } hash)
        {
            return account;
        }

        account.PasswordHash = hash;
        return (await accounts.UpdateAsync(account)).Succeeded ? account : await accounts.FindByIdAsync(account.Person.ToString()) ?? account;
    }
}
