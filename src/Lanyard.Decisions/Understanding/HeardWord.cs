namespace Lanyard.Decisions.Understanding;

/// <summary>A word of a question: as it was said, and in its plainest form.</summary>
/// <param name="Said">As it was said.</param>
/// <param name="Plain">In lower case, singular, and in the policy's terms.</param>
internal sealed record HeardWord(string Said, string Plain);
