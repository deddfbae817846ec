using Lanyard.Domain.People;
using Lanyard.Workflows.People.Import;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>An uploaded file that waits to be confirmed.</summary>
/// <param name="By">Who uploaded it; nobody else sees it.</param>
/// <param name="FileName">Its name.</param>
/// <param name="File">What it tells.</param>
/// <param name="RecordsLeavers">Whether people who are missing from it have left.</param>
/// <param name="Ends">When it is forgotten.</param>
public sealed record KeptImport(PersonId By, string FileName, ImportedPeople File, bool RecordsLeavers, DateTimeOffset Ends);
