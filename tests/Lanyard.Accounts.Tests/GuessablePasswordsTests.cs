using Lanyard.Accounts.Passwords;
using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>Passwords that somebody would try first are refused, and those that are easy to keep in mind but not to guess are not.</summary>
public sealed class GuessablePasswordsTests : IAsyncLifetime
{
    private RunningServer _server = null!; // set before every test

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("password12345")]
    [InlineData("welcome12345!")]
    [InlineData("iloveyou12345")]
    [InlineData("abc123abc123")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijkl")]
    [InlineData("zyxwvutsrqpo")]
    [InlineData("111222333444")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("Correct Horse Battery Staple")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("!QAZ2wsx#EDC")]
    [InlineData("qwertyuiop[]")]
    [InlineData("1234qwerasdfzxcv")]
    [InlineData("michaeljackson")]
    [InlineData("Liverpool2026!")]
    [InlineData("Summer2026Summer2026")]
    [InlineData("P@ssw0rd!P@ssw0rd!")]
    [InlineData("trustno1trustno1")]
    [InlineData("headteacher2026")]
    [InlineData("safeguarding123")]
    [InlineData("tomokafor2026")]
    [InlineData("okafor31121999")]
    [InlineData("LanternSchools1!")]
    [InlineData("HarbourStreet2026")]
    public async Task GuessablePassword_IsRefusedByALink(string password)
    {
        using var visitor = _server.NewVisitor();
        await visitor.OpenAsync(await _server.MakeLinkAsync("teacher@demo.example"));
        await visitor.PressAsync("Save and sign in", ("Password", password), ("The same password again", password));

        visitor.Errors.ShouldBe([GuessablePasswords.Refusal]);
    }

    [Theory]
    [InlineData("quiet marble tractor")]
    [InlineData("loud-pebble-wagon")]
    [InlineData("copper thistle mango")]
    [InlineData("cuckoo forest banana")]
    [InlineData("tuesday-giraffe-kettle")]
    [InlineData("Xk9#mQ2$vL7p")]
    [InlineData("my aunt keeps eleven llamas")]
    public void MemorablePassword_IsTaken(string password) => GuessablePasswords.IsGuessable(password, "Tom Okafor teacher@demo.example").ShouldBeFalse();

    [Fact]
    public void CommonestOfTwelveAndMore_AreRefused_AlsoWithACapitalADigitAndASign() =>
        CommonPasswords.OfTwelveAndMore.SelectMany(word => new[] { word, $"{char.ToUpperInvariant(word[0])}{word[1..]}1!", $"{word}2026" })
            .Where(password => !GuessablePasswords.IsGuessable(password, ""))
            .ShouldBeEmpty();

    // Whatever common thing is put before or behind a common word, it stays common.
    [Fact]
    public void CommonWord_WithARunAYearOrAnother_IsRefused()
    {
        string[] words = ["password", "welcome", "football", "sunshine", "princess", "dragon", "monkey", "charlie", "chelsea", "school", "teacher", "letmein"];
        string[] more = ["12345", "123456", "54321", "2025", "1999", "00000", "777", "!", "!!", "123!", "abc", "qwerty", "asdf", "password", "ilove"];
        var guessable =
            from word in words
            from first in more
            from second in more
            from password in new[] { $"{word}{first}{second}", $"{first}{word}{second}", $"{word.ToUpperInvariant()}{first}{second}", $"{word.Replace('o', '0').Replace('a', '@')}{first}{second}" }
            select password;

        guessable.Where(password => password.Length >= 12 && !GuessablePasswords.IsGuessable(password, "")).ShouldBeEmpty();
    }

    [Fact]
    public void LongPasswords_AreJudgedInTime()
    {
        var began = TimeProvider.System.GetTimestamp();
        GuessablePasswords.IsGuessable(string.Concat(Enumerable.Repeat("aq1w", 100_000)), "").ShouldBeTrue();
        GuessablePasswords.IsGuessable(new string([.. Enumerable.Range(0, 100_000).Select(at => (char)('a' + (at * at % 26)))]), "");

        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }
}
