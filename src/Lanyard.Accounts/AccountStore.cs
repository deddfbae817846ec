using Lanyard.Records;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Accounts;

/// <summary>Keeps accounts for ASP.NET Core Identity.</summary>
internal sealed class AccountStore(RecordBook book) :
    IUserPasswordStore<Account>, IUserEmailStore<Account>, IUserTwoFactorStore<Account>,
    IUserAuthenticatorKeyStore<Account>, IUserSecurityStampStore<Account>, IUserPasskeyStore<Account>
{
    public const string Register = "account";

    private readonly KeptRows<Account> _rows = new(book.Store, Installation.Partition, Register);

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => SaveAsync(user, cancellationToken);

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => SaveAsync(user, cancellationToken);

    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken)
    {
        await _rows.RemoveAsync([Key(user)], cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        await _rows.FindAsync(userId, cancellationToken) is { } kept ? Versioned(kept) : null;

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByTermAsync(EmailTerm(normalizedUserName), cancellationToken);

    public Task<Account?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) => FindByTermAsync(EmailTerm(normalizedEmail), cancellationToken);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(Key(user));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => SetEmailAsync(user, userName, cancellationToken);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => SetNormalizedEmailAsync(user, normalizedName, cancellationToken);

    public Task SetEmailAsync(Account user, string? email, CancellationToken cancellationToken) => Set(() => user.Email = email ?? "");

    public Task<string?> GetEmailAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<bool> GetEmailConfirmedAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true); // a school gives the addresses

    public Task SetEmailConfirmedAsync(Account user, bool confirmed, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetNormalizedEmailAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetNormalizedEmailAsync(Account user, string? normalizedEmail, CancellationToken cancellationToken) => Set(() => user.NormalizedEmail = normalizedEmail ?? "");

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) => Set(() => user.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Set(() => (user.TwoFactorEnabled, user.OwesSecondFactor) = (enabled, user.OwesSecondFactor && !enabled));

    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactorEnabled);

    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) => Set(() => user.AuthenticatorKey = key);

    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.AuthenticatorKey);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) => Set(() => user.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        for (var at = user.Passkeys.Count - 1; at >= 0; at--)
        {
            if (user.Passkeys[at].CredentialId.AsSpan().SequenceEqual(passkey.CredentialId))
            {
                user.Passkeys.RemoveAt(at);
            }
        }

        user.OwesSecondFactor = false;
        user.Passkeys.Add(new(
            passkey.CredentialId, passkey.PublicKey, passkey.CreatedAt, passkey.SignCount, passkey.Transports, passkey.IsUserVerified,
            passkey.IsBackupEligible, passkey.IsBackedUp, passkey.AttestationObject, passkey.ClientDataJson, passkey.Name));
        await Task.CompletedTask;
    }

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.Passkeys.Select(Info)]);

    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => FindByTermAsync(PasskeyTerm(credentialId), cancellationToken);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(user.Passkeys.Where(passkey => passkey.CredentialId.AsSpan().SequenceEqual(credentialId)).Select(Info).FirstOrDefault());

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => Set(() =>
    {
        var found = user.Passkeys.FirstOrDefault(passkey => passkey.CredentialId.AsSpan().SequenceEqual(credentialId));
        _ = found is not null && user.Passkeys.Remove(found);
    });

    public void Dispose()
    {
        // It holds nothing of its own.
    }

    internal static string EmailTerm(string normalized) => $"email={normalized}";

    private static string PasskeyTerm(byte[] credentialId) => $"passkey={Convert.ToHexStringLower(credentialId)}";

    private static string Key(Account user) => user.Person.ToString();

    private static UserPasskeyInfo Info(Passkey passkey) => new(
        passkey.CredentialId, passkey.PublicKey, passkey.CreatedAt, passkey.SignCount, passkey.Transports?.ToArray(), passkey.IsUserVerified,
        passkey.IsBackupEligible, passkey.IsBackedUp, passkey.AttestationObject, passkey.ClientDataJson) { Name = passkey.Name };

    private static Account Versioned(Kept<Account> kept)
    {
        kept.Value.Version = kept.Version;
        return kept.Value;
    }

    private static Task Set(Action change)
    {
        change();
        return Task.CompletedTask;
    }

    private async Task<Account?> FindByTermAsync(string term, CancellationToken cancel) =>
        (await _rows.ListAsync(cancel, term, take: 1)) is [var kept, ..] ? Versioned(kept) : null;

    private async Task<IdentityResult> SaveAsync(Account user, CancellationToken cancel)
    {
        string[] terms = [EmailTerm(user.NormalizedEmail), .. user.Passkeys.Select(passkey => PasskeyTerm(passkey.CredentialId))];
        if (!await _rows.TryPutAsync(Key(user), user, user.Version, terms, sort: "", cancel))
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        }

        user.Version++;
        return IdentityResult.Success;
    }
}
