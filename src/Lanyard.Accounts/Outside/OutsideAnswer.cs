namespace Lanyard.Accounts.Outside;

/// <summary>What an outside sign-in service said.</summary>
/// <param name="Email">The address; <see langword="null"/> if there is a problem.</param>
/// <param name="Problem">Why it is not believed.</param>
public sealed record OutsideAnswer(string? Email, OutsideProblem? Problem)
{
    /// <summary>An address that is believed.</summary>
    public static OutsideAnswer Of(string email) => new(email, Problem: null);

    /// <summary>Nothing that is believed.</summary>
    public static OutsideAnswer Refuse(OutsideProblem problem) => new(Email: null, problem);
}
