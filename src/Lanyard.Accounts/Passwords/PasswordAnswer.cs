namespace Lanyard.Accounts.Passwords;

/// <summary>What came of a password that was typed, and for whom.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Account">Whose it is; <see langword="null"/> unless it is right.</param>
/// <param name="Wait">How long to wait before the next try; <see langword="null"/> if not at all.</param>
public sealed record PasswordAnswer(PasswordOutcome Outcome, Account? Account = null, TimeSpan? Wait = null)
{
    /// <summary>What to tell a person who typed it, in one sentence that is the same for an address with an account and one without; empty if it is right.</summary>
    public string InWords(string wrong) => Outcome switch
    {
        PasswordOutcome.Right => "",
        PasswordOutcome.Wrong => wrong,
        PasswordOutcome.Held => $"Too many wrong passwords were entered. Try again in {Minutes}, or ask for a new sign-in link.",
        PasswordOutcome.Busy => "Many people are signing in at this moment. Try again in a few seconds.",
        _ => throw new InvalidOperationException($"Say {Outcome} in words here."),
    };

    /// <summary>Says in the answer itself that it must wait, and until when.</summary>
    public void Mark(HttpResponse response)
    {
        if (Wait is { } wait)
        {
            response.StatusCode = Outcome == PasswordOutcome.Busy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status429TooManyRequests;
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private string Minutes => Math.Ceiling((Wait ?? TimeSpan.Zero).TotalMinutes) is var minutes && minutes <= 1 ? "a minute" : $"{minutes} minutes";
}
