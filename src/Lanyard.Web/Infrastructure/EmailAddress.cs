using Lanyard.Workflows.People;

namespace Lanyard.Web.Infrastructure;

/// <summary>Tells an email address from other text.</summary>
public static class EmailAddress
{
    /// <summary>Whether a text is one address and nothing else.</summary>
    public static bool IsOne(string? text) => DetailChecks.IsEmail(text);
}
