namespace Lanyard.Web.Demonstration;

/// <summary>Somebody made up, to sign in as.</summary>
public sealed record DemonstrationPerson(string Name, string Email, string What, string Role);
