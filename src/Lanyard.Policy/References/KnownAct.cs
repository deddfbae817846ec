namespace Lanyard.Policy.References;

/// <summary>An Act of Parliament with its year.</summary>
/// <param name="Name">Its name, without the year.</param>
/// <param name="Year">The year.</param>
public sealed record KnownAct(string Name, int Year);
