using System.Globalization;

namespace Lanyard.Web.Infrastructure;

/// <summary>Numbers of things, as people say them.</summary>
public static class Counted
{
    /// <summary>"1 clause", "2 clauses".</summary>
    public static string Of(this int count, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");
}
