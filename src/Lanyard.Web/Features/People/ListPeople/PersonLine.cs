namespace Lanyard.Web.Features.People.ListPeople;

/// <summary>A person in the list.</summary>
public sealed record PersonLine(PersonStatus Status, IReadOnlyList<string> Roles);
