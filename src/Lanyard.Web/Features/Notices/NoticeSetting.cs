namespace Lanyard.Web.Features.Notices;

/// <summary>How a person wants their notices.</summary>
/// <param name="ByEmail">Whether they want a letter for each as well.</param>
public sealed record NoticeSetting(bool ByEmail);
