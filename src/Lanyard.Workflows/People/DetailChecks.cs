using System.Collections.Immutable;
using System.Globalization;
using System.Net.Mail;
using Lanyard.Domain.Naming;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.People;

/// <summary>What is asked of a person's details, typed or imported.</summary>
public static class DetailChecks
{
    private const int LongestEmail = 254; // RFC 5321
    private const int LastYearGroup = 14;

    /// <summary>Whether a text is one email address and nothing else.</summary>
    public static bool IsEmail(string? text) =>
        text?.Trim() is { Length: > 0 and <= LongestEmail } trimmed && MailAddress.TryCreate(trimmed, out var address) && address.Address == trimmed && ProperName.FindHidden(trimmed) is null && address.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>What is wrong with a text as a name, and how to put it right; empty if nothing is.</summary>
    public static string ProblemOfName(string text) => ProperName.TryParse(text, out _, out var problem) ? "" : problem;

    /// <summary>Whether somebody of these roles has a year group and a UPN.</summary>
    public static bool IsPupil(IEnumerable<RoleHeld> roles) => roles.Any(held => held.Role is RoleNames.Student or "former student");

    /// <summary>Reads a year group such as 7, Year 7, Y07, R or Reception, which is 0.</summary>
    public static bool TryReadYearGroup(string text, out int year)
    {
        var plain = text.Trim().ToUpperInvariant();
        plain = plain.StartsWith("YEAR", StringComparison.Ordinal) ? plain[4..].Trim() : plain.StartsWith('Y') ? plain[1..].Trim() : plain;
        if (plain is "R" or "RECEPTION" or "KG")
        {
            year = 0;
            return true;
        }

        return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year <= LastYearGroup;
    }

    /// <summary>A year group in words.</summary>
    public static string YearGroupInWords(int year) => year == 0 ? "Reception" : $"Year {year}";

    /// <summary>Whether two sets of roles are the same, in whatever order.</summary>
    public static bool AreSame(ImmutableArray<RoleHeld> roles, ImmutableArray<RoleHeld> others) => roles.Length == others.Length && roles.ToHashSet().SetEquals(others);
}
