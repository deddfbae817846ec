namespace Lanyard.Web.Features.People.ListPeople;

/// <summary>A person in the list.</summary>
/// <param name="Status">Who, and where they stand.</param>
/// <param name="Roles">Their roles in words.</param>
/// <param name="Apart">What tells them apart from others of their name; empty where nobody has it.</param>
public sealed record PersonLine(PersonStatus Status, IReadOnlyList<string> Roles, string Apart);
