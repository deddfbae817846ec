namespace Lanyard.Web.Features.People.SeePerson;

/// <summary>Something that happened to a person, in words.</summary>
public sealed record HistoryLine(DateTimeOffset At, string Text, string By);
