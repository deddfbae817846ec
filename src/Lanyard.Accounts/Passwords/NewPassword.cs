using Microsoft.AspNetCore.Identity;

namespace Lanyard.Accounts.Passwords;

/// <summary>Checks a password that somebody chooses.</summary>
public static class NewPassword
{
    /// <summary>What is wrong with it, in words; nothing if it may be used.</summary>
    public static async Task<IReadOnlyList<string>> WrongWithAsync(this UserManager<Account> accounts, Account account, string password)
    {
        var wrong = new List<string>();
        foreach (var validator in accounts.PasswordValidators)
        {
            var result = await validator.ValidateAsync(accounts, account, password);
            wrong.AddRange(result.Errors.Select(error => error.Code == "PasswordTooShort" ? "The password must have at least 12 characters" : error.Description));
        }

        return wrong;
    }
}
