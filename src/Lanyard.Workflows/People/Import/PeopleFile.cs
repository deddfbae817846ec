using System.Text.Json.Serialization;

namespace Lanyard.Workflows.People.Import;

/// <summary>A file of people as it was taken apart, before anybody asks what it means.</summary>
/// <param name="Tables">Its tables: one, or those of a bundle.</param>
/// <param name="IsBundle">Whether it is a OneRoster bundle.</param>
/// <param name="Refusal">Why it cannot be read at all; <see langword="null"/> if it can.</param>
public sealed record PeopleFile(IReadOnlyList<CsvTable> Tables, bool IsBundle, string? Refusal = null)
{
    /// <summary>A file that cannot be read at all.</summary>
    public static PeopleFile Refused(string why) => new([], IsBundle: false, why);

    /// <summary>What it tells about people.</summary>
    /// <param name="answers">What somebody has said about it.</param>
    /// <param name="today">The day.</param>
    public ImportedPeople Read(ImportAnswers answers, DateOnly today) =>
        Refusal is { } why ? ImportedPeople.Refused(why) : IsBundle ? OneRosterBundle.Read(Tables, today)
            : PeopleCsv.Read(Tables[0], answers);

    /// <summary>What tells files of one form; empty for a bundle, whose columns need no answers.</summary>
    [JsonIgnore]
    public string Form => IsBundle || Tables.Count == 0 ? "" : PeopleCsv.Form(Tables[0]);
}
