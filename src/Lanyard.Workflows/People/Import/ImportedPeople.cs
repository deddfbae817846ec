namespace Lanyard.Workflows.People.Import;

/// <summary>What a file tells about people.</summary>
/// <param name="Rows">The people.</param>
/// <param name="Problems">The lines that could not be read.</param>
/// <param name="Notes">What to know.</param>
/// <param name="Refusal">Why the whole file cannot be read; <see langword="null"/> if it can.</param>
public sealed record ImportedPeople(IReadOnlyList<ImportRow> Rows, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<ImportNote> Notes, string? Refusal = null)
{
    /// <summary>A file that cannot be read at all.</summary>
    public static ImportedPeople Refused(string why) => new([], [], [], why);
}
