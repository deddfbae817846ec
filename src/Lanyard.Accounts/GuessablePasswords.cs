using Lanyard.Records;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Accounts;

/// <summary>Refuses passwords that whoever guesses would try first.</summary>
/// <remarks>Length counts more than signs (NIST SP 800-63B, National Cyber Security Centre): no rule about digits or capitals.</remarks>
public sealed class GuessablePasswords(RecordBook book) : IPasswordValidator<Account>
{
    /// <summary>What to tell whoever chose one.</summary>
    public const string Refusal = "Choose a password that is harder to guess: three random words work well. Names, places of work and common passwords do not.";

    private const int FewestLetters = 5;
    private const int ShortestOwnWord = 3;

    // The beginnings of what people choose; as digits and signs are put in for letters, those are undone first.
    private static readonly string[] Common =
    [
        "password", "passw0rd", "letmein", "welcome", "qwerty", "asdfgh", "zxcvbn", "iloveyou", "monkey", "dragon", "football", "liverpool", "arsenal", "chelsea", "school", "teacher", "headteacher",
        "changeme", "admin", "administrator", "sunshine", "princess", "whatever", "secret", "summer", "winter", "spring", "autumn", "lanyard", "safeguarding", "abcdef", "123456", "111111", "000000",
    ];

    /// <inheritdoc/>
    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var person = await book.FindAsync<Person>(user.Organisation, $"person/{user.Person}", CancellationToken.None);
        var organisation = await book.FindAsync<Organisation>(user.Organisation, $"organisation/{user.Organisation}", CancellationToken.None);
        return IsGuessable(password ?? "", $"{person?.Value.Name} {user.Email} {organisation?.Value.Name}")
            ? IdentityResult.Failed(new IdentityError { Code = "Guessable", Description = Refusal })
            : IdentityResult.Success;
    }

    /// <summary>Whether little is left of a password once common ones and the person's own words are taken out of it.</summary>
    public static bool IsGuessable(string password, string ownWords)
    {
        var own = ownWords.Split([' ', '@', '.', '-'], StringSplitOptions.RemoveEmptyEntries).Select(Plain).Where(word => word.Length >= ShortestOwnWord);
        var rest = Common.Concat(own).OrderByDescending(word => word.Length).Aggregate(Plain(password), (left, word) => left.Replace(Plain(word), "", StringComparison.Ordinal));
        return rest.Where(char.IsLetterOrDigit).Distinct().Count() < FewestLetters;
    }

    private static string Plain(string text) => new([.. text.ToLowerInvariant().Select(letter => letter switch
    {
        '0' => 'o', '1' => 'l', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', '@' => 'a', '$' => 's', '!' => 'i', _ => letter,
    })]);
}
