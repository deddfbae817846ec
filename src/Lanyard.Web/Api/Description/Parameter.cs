namespace Lanyard.Web.Api.Description;

/// <summary>A parameter that an endpoint reads itself.</summary>
internal sealed record Parameter(string Name, string Description, bool IsNeeded, bool IsHeader);
