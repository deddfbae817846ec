using Lanyard.Policy.Text;

namespace Lanyard.Policy.Literate;

/// <summary>One line of a policy's history.</summary>
/// <param name="Version">The number of the version.</param>
/// <param name="Date">When it was made; <see langword="null"/> if the document does not say.</param>
/// <param name="Action">What was done, such as draft or ratified.</param>
/// <param name="By">Who did it; <see langword="null"/> if the document does not say.</param>
/// <param name="Where">Where the front matter says so.</param>
public sealed record PolicyVersion(string Version, CalendarMonth? Date, string Action, string? By, SourceSpan Where);
