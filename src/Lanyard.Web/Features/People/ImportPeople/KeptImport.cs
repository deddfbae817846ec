using System.Text.Json.Serialization;
using Lanyard.Domain.People;
using Lanyard.Workflows.People.Import;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>An uploaded file that waits to be confirmed, or what came of it.</summary>
/// <param name="By">Who uploaded it; nobody else sees it.</param>
/// <param name="FileName">Its name.</param>
/// <param name="File">Its tables; none once it is imported.</param>
/// <param name="RecordsLeavers">Whether people who are missing from it have left.</param>
/// <param name="Ends">When it is forgotten.</param>
/// <param name="Answers">What was said about it.</param>
/// <param name="Outcome">What came of it; <see langword="null"/> until it is imported.</param>
/// <param name="Run">What was confirmed, once it was.</param>
public sealed record KeptImport(
    PersonId By, string FileName, PeopleFile File, bool RecordsLeavers, DateTimeOffset Ends, ImportAnswers Answers,
    ImportOutcome? Outcome = null, ImportRun? Run = null)
{
    /// <summary>Whether it waits to be confirmed.</summary>
    [JsonIgnore]
    public bool IsWaiting => Outcome is null && Run is null;
}
