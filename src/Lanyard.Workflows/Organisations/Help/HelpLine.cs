namespace Lanyard.Workflows.Organisations.Help;

/// <summary>A line that somebody can call or write to for help.</summary>
/// <param name="Name">Whose it is, such as "Childline".</param>
/// <param name="Number">The telephone number, or an address that begins with https.</param>
/// <param name="About">For whom it is, and what they should know; may be empty.</param>
public sealed record HelpLine(string Name, string Number, string About);
