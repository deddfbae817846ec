using System.Collections.Immutable;
using Lanyard.Domain.Naming;

namespace Lanyard.Workflows.People.Import;

/// <summary>Tells the roles of a cell apart, and what each is.</summary>
internal static class RoleTexts
{
    private const string Deputy = "deputy ";

    private static readonly char[] Separators = [',', ';', '/', '&', '+', '|', '\n'];

    /// <summary>The roles of a cell; <see langword="null"/> where there is no such cell.</summary>
    public static IReadOnlyList<ImportedRole>? Split(string? text, string school, ImportAnswers answers) =>
        text is null ? null : [.. Parts(text, answers).Select(part => RoleOf(part, school))];

    /// <summary>Whether a text is a role, or a title that plainly is one.</summary>
    public static bool IsKnown(string text, ImportAnswers answers) => Find(text, answers).Length > 0;

    /// <summary>The roles that a text means, each perhaps as a deputy; none if nobody knows yet.</summary>
    public static ImmutableArray<(string Role, bool IsDeputy)> Find(string text, ImportAnswers answers)
    {
        if (answers.Titles.TryGetValue(Folding.Of(text), out var said))
        {
            return [.. said.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(One).OfType<(string, bool)>()];
        }

        return (One(text) ?? (JobTitles.Find(text) is { } title ? One(title) : null)) is { } found ? [found] : [];
    }

    private static (string Role, bool IsDeputy)? One(string text)
    {
        var trimmed = JobTitles.WithoutHours(text);
        if (JobTitles.Find(trimmed) is { } title && title != trimmed && RoleNames.Find(title) is { } plain)
        {
            return (plain, false);
        }

        if (RoleNames.Find(trimmed) is { } role)
        {
            return (role, false);
        }

        return trimmed.StartsWith(Deputy, StringComparison.OrdinalIgnoreCase)
            && RoleNames.Find(trimmed[Deputy.Length..]) is { } deputy ? (deputy, true) : null;
    }

    // A title may hold a comma or a stroke itself, and then it is one.
    private static IEnumerable<string> Parts(string text, ImportAnswers answers)
    {
        foreach (
            var part in text.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (role, place) = part.Split('@', 2, StringSplitOptions.TrimEntries) is [var first, var second]
                ? (first, $" @ {second}") : (part, "");
            var pieces = IsKnown(role, answers) ? [role]
                : role.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var split = pieces.Length > 1 || IsKnown(role, answers) ? pieces
                : role.Split(
                [" and ", " AND ", " And "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var isSplit = split.Length > 1 && Array.Exists(split, piece => IsKnown(piece, answers));
            foreach (var piece in isSplit ? split : [role])
            {
                yield return piece + place;
            }
        }
    }

    private static ImportedRole RoleOf(string part, string school) =>
        part.Split('@', 2, StringSplitOptions.TrimEntries) is [var role, var place] ? new(role, place)
            : new(part, school);
}
