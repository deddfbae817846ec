namespace Lanyard.Workflows.People.Import;

/// <summary>What a file tells about people.</summary>
/// <param name="Rows">The people.</param>
/// <param name="Problems">The lines that could not be read.</param>
/// <param name="Notes">What to know.</param>
/// <param name="Refusal">Why the whole file cannot be read; <see langword="null"/> if it can.</param>
public sealed record ImportedPeople(IReadOnlyList<ImportRow> Rows, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<ImportNote> Notes, string? Refusal = null)
{
    /// <summary>The system whose ids the file has; <see langword="null"/> for the school's own lists.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the file tells only what has changed: then nobody is missing from it.</summary>
    public bool IsOnlyChanges { get; init; }

    /// <summary>People who are gone, as the file says.</summary>
    public IReadOnlyList<ImportRow> Gone { get; init; } = [];

    /// <summary>Ids of people who are in the file, and left out for a reason: they are not missing.</summary>
    public IReadOnlyList<string> Mentioned { get; init; } = [];

    /// <summary>What the columns are taken for; none for a bundle.</summary>
    public IReadOnlyList<ColumnMatch> Columns { get; init; } = [];

    /// <summary>Whether it has to be said first which columns hold names, and ids or addresses.</summary>
    public bool NeedsColumns { get; init; }

    /// <summary>Whether it has to be said which role everybody in it has.</summary>
    public bool NeedsRole { get; init; }

    /// <summary>Whether it has to be said in which school they all are.</summary>
    public bool NeedsSchool { get; init; }

    /// <summary>A file that cannot be read at all.</summary>
    public static ImportedPeople Refused(string why) => new([], [], [], why);
}
