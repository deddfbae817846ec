using Lanyard.Workflows.People.Import;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>Says why a line may be about somebody who is known.</summary>
internal static class SameWords
{
    /// <summary>The reason, and what happens if nothing is said.</summary>
    public static string Of(SameQuestion question) => question.Reason switch
    {
        SameReason.IdWithAnotherName =>
            $"The id {question.Id} is the same, but the name is another. Nothing happens to the line until you say.",
        SameReason.IdElsewhere =>
            $"The id {question.Id} and the name are the same, in another school, kind of people or system. Nothing "
                + "happens to the line until you say.",
        SameReason.IdWithoutZeros =>
            $"The ids {question.Id} and {question.Candidate.Details?.ExternalId} are equal but for zeros, which "
                + "spreadsheets take away. Nothing happens to the line until you say.",
        SameReason.Upn => "The UPN is the same, but something else is not. Nothing happens to the line until you say.",
        SameReason.Address =>
            "The email address is the same, but something else is not. Nothing happens to the line until you say.",
        SameReason.AddressOfALeaver =>
            "Somebody who has left had this email address. If you say nothing, somebody new is added, and the address "
                + "is theirs.",
        SameReason.Name =>
            $"Name and school are the same; the id was {question.Candidate.Details?.ExternalId ?? "none"}, and is "
                + $"{question.Id ?? "none"} here. Nothing happens to the line until you say.",
        _ => throw new ArgumentOutOfRangeException(nameof(question), question.Reason, "There is no such reason."),
    };
}
