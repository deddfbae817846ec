using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Lanyard.Domain.Naming;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.People;

/// <summary>What is asked of a person's details, typed or imported.</summary>
public static partial class DetailChecks
{
    private const int LongestEmail = 254; // RFC 5321

    /// <summary>Whether a text is one email address and nothing else, in the form that every mail server takes.</summary>
    /// <remarks>
    /// RFC 5321 without quotation marks and number addresses. Letters other than a to z are refused: those of other alphabets can look
    /// the same, and one person's address like that of another.
    /// </remarks>
    public static bool IsEmail(string? text) =>
        text?.Trim() is { Length: > 0 and <= LongestEmail } trimmed && Address().IsMatch(trimmed);

    /// <summary>What is wrong with a text as an email address, and how to put it right; empty if nothing is.</summary>
    public static string ProblemOfEmail(string text) =>
        IsEmail(text) ? ""
        : text.Contains('@', StringComparison.Ordinal) && text.Trim().Any(letter => !char.IsAscii(letter))
            ? "Use only the letters a to z, digits and signs in an email address: letters of other alphabets can look the same"
        : text.Contains('"', StringComparison.Ordinal) ? "Enter the email address without quotation marks"
        : "Enter an email address, such as name@example.org";

    /// <summary>What is wrong with a text as a name, and how to put it right; empty if nothing is.</summary>
    public static string ProblemOfName(string text) => ProperName.TryParse(text, out _, out var problem) ? "" : problem;

    /// <summary>Whether somebody of these roles has a year group and a UPN.</summary>
    public static bool IsPupil(IEnumerable<RoleHeld> roles) => roles.Any(held => held.Role is RoleNames.Student or "former student");

    /// <summary>Reads a year group such as 7, Year 7, Y07, N2, R or Reception, which is 0.</summary>
    public static bool TryReadYearGroup(string text, out int year) => YearGroups.TryRead(text, out year);

    /// <summary>A year group in words.</summary>
    public static string YearGroupInWords(int year) => YearGroups.InWords(year);

    /// <summary>Whether two sets of roles are the same, in whatever order.</summary>
    public static bool AreSame(ImmutableArray<RoleHeld> roles, ImmutableArray<RoleHeld> others) => roles.Length == others.Length && roles.ToHashSet().SetEquals(others);

    // The part before the sign has at most 64 characters, and each label of the host 63; the last label is no number.
    [GeneratedRegex(
        @"^(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
        + @"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]\z",
        RegexOptions.None,
        1000)]
    private static partial Regex Address();
}
