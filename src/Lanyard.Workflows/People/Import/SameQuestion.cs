namespace Lanyard.Workflows.People.Import;

/// <summary>A line that may be about somebody who is known. Nobody is taken for another before a person has said
/// so.</summary>
/// <param name="Line">The line.</param>
/// <param name="Name">The name on it.</param>
/// <param name="Id">The id on it.</param>
/// <param name="Candidate">Who it may be.</param>
/// <param name="Reason">Why.</param>
/// <param name="Answer">What was said.</param>
public sealed record SameQuestion(
    int Line, string Name, string? Id, Person Candidate, SameReason Reason, SameAnswer Answer)
{
    /// <summary>Whether the line waits until somebody says. A newcomer with the address of a leaver is somebody new
    /// unless somebody says otherwise.</summary>
    public bool Waits => Answer == SameAnswer.Unsaid && Reason != SameReason.AddressOfALeaver;
}
