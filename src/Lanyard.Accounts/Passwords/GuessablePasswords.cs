using Lanyard.Records;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Accounts.Passwords;

/// <summary>Refuses passwords that a person who guesses would try first.</summary>
/// <remarks>Length counts more than signs (NIST SP 800-63B, National Cyber Security Centre): no rule about digits or capitals.</remarks>
public sealed class GuessablePasswords(RecordBook book) : IPasswordValidator<Account>
{
    /// <summary>What to tell a person who chose one.</summary>
    public const string Refusal = "Choose a password that is harder to guess: three random words work well. Names, places of work and common passwords do not.";

    private const double FewestPowers = 8; // a hundred million tries
    private const int ShortestOwnWord = 3;

    /// <inheritdoc/>
    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        IsGuessable(password ?? "", await OwnWordsAsync(user))
            ? IdentityResult.Failed(new IdentityError { Code = "Guessable", Description = Refusal })
            : IdentityResult.Success;

    /// <summary>Whether a password is among the first hundred million that somebody tries who knows its owner.</summary>
    /// <param name="password">The password.</param>
    /// <param name="ownWords">Names and addresses of the owner, the organisation and its schools.</param>
    public static bool IsGuessable(string password, string ownWords)
    {
        var own = ownWords.Split([' ', '@', '.', '-', '\'', '’', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= ShortestOwnWord);
        return PasswordGuesses.PowerOf(password, own) < FewestPowers;
    }

    private async Task<string> OwnWordsAsync(Account user)
    {
        var person = await book.FindAsync<Person>(user.Organisation, $"person/{user.Person}", CancellationToken.None);
        var organisation = await book.FindAsync<Organisation>(user.Organisation, $"organisation/{user.Organisation}", CancellationToken.None);
        var schools = await book.ListAsync<School>(user.Organisation, CancellationToken.None);
        return $"{person?.Value.Name} {user.Email} {organisation?.Value.Name} {string.Join(' ', schools.Select(kept => kept.Value.Name))}";
    }
}
