namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>How far an import has come. It is written in the same transaction as what it counts.</summary>
/// <param name="Done">How much is written.</param>
/// <param name="Total">Of how much.</param>
public sealed record ImportProgress(int Done, int Total);
