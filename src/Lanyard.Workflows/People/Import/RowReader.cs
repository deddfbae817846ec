using System.Collections.Immutable;
using Lanyard.Domain.Naming;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Policy.Diagnostics;
using Lanyard.Workflows.Organisations;

namespace Lanyard.Workflows.People.Import;

/// <summary>Reads one person of a file against what is known, and reports everything that is wrong with it.</summary>
internal sealed class RowReader(ImportSetting setting)
{
    private const string Deputy = "deputy ";
    private const int LongestId = 200;

    private readonly Dictionary<string, School> _schools = setting.Schools.DistinctBy(school => Plain(school.Name)).ToDictionary(school => Plain(school.Name), StringComparer.Ordinal);
    private List<ImportProblem> _problems = [];
    private int _line;

    /// <summary>What a row makes of a person.</summary>
    /// <param name="row">The row.</param>
    /// <param name="known">The person as they are; <see langword="null"/> for somebody new.</param>
    /// <param name="problems">What is wrong with the row, added to.</param>
    public (PersonDetails Details, ImmutableArray<RoleHeld> Roles) Read(ImportRow row, Person? known, List<ImportProblem> problems)
    {
        (_problems, _line) = (problems, row.Line);
        var roles = row.Roles is null ? KnownRoles(known) : Roles(row.Roles);
        if (row.KeepsOtherRoles && known is not null)
        {
            roles = [.. roles.Union(known.Roles.Where(held => !OneRosterBundle.RolesItKnows.Contains(held.Role)))];
        }

        var isPupil = DetailChecks.IsPupil(roles);
        var details = new PersonDetails(
            row.Name is null && known?.Details is { } named ? named.Name : Name(row.Name ?? ""),
            row.Email is null ? known?.Details?.Email : Email(row.Email),
            string.IsNullOrEmpty(row.Id) ? known?.Details?.ExternalId : Id(row.Id),
            row.Upn is null ? known?.Details?.Upn : Upn(row.Upn, isPupil),
            row.YearGroup is null ? known?.Details?.YearGroup : YearGroup(row.YearGroup, isPupil));
        if (details is { Email: null, ExternalId: null })
        {
            Wrong("There is neither an id nor an email address", "Give one of them: without it, the same file would add this person again each time.");
        }

        return (details, roles);
    }

    /// <summary>The place that a text names, if it names one.</summary>
    public bool TryFindPlace(string text, out SchoolId? school)
    {
        school = null;
        var plain = Plain(text);
        if (plain.Length == 0 || plain == Plain(setting.Organisation) || plain is "whole organisation" or "the whole organisation")
        {
            return true;
        }

        if (_schools.GetValueOrDefault(plain) is { } found)
        {
            school = found.Id;
            return true;
        }

        return false;
    }

    private static string Plain(string text) => string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Wrong(string text, string help) => _problems.Add(new(_line, text, help));

    private ImmutableArray<RoleHeld> KnownRoles(Person? known)
    {
        if (known is null)
        {
            Wrong("The role is missing", "Add a column named roles: somebody new needs at least one.");
        }

        return known?.Roles ?? [];
    }

    private string Name(string text)
    {
        if (DetailChecks.ProblemOfName(text) is { Length: > 0 } problem)
        {
            Wrong(problem, "Write the full name, such as Jo Carter.");
        }

        return text.Trim();
    }

    private string Id(string text)
    {
        if (text.Length > LongestId || ProperName.FindHidden(text) is not null)
        {
            Wrong("The id is too long, or holds signs that cannot be shown", "Use the id that the school's own system gives.");
        }

        return text;
    }

    private string? Email(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (!DetailChecks.IsEmail(text))
        {
            var remedy = text.All(char.IsAscii) ? "Write one address, such as name@example.org" : DetailChecks.ProblemOfEmail(text);
            Wrong($"`{text}` is not an email address", $"{remedy}, or leave the cell empty.");
        }

        return text;
    }

    private string? Upn(string text, bool isPupil)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (!isPupil)
        {
            Wrong("Somebody who is not a pupil has a UPN", "Empty the cell, or add the role student.");
        }

        if (UniquePupilNumber.TryParse(text, out var number, out var problem))
        {
            return number.Value;
        }

        Wrong($"The UPN `{text}` is wrong", problem);
        return text;
    }

    private int? YearGroup(string text, bool isPupil)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (!isPupil)
        {
            Wrong("Somebody who is not a pupil has a year group", "Empty the cell, or add the role student.");
        }

        if (DetailChecks.TryReadYearGroup(text, out var year))
        {
            return year;
        }

        Wrong($"`{text}` is not a year group", "Write a number from 1 to 14, or R for reception.");
        return null;
    }

    private ImmutableArray<RoleHeld> Roles(IReadOnlyList<ImportedRole> texts)
    {
        if (texts.Count == 0)
        {
            Wrong("The role is missing", "Write at least one, such as teacher.");
        }

        return [.. texts.Select(Role).OfType<RoleHeld>().Distinct()];
    }

    private RoleHeld? Role(ImportedRole text)
    {
        var isKnownPlace = TryFindPlace(text.School, out var school);
        if (!isKnownPlace)
        {
            var nearest = Suggestion.Nearest(Plain(text.School), _schools.Keys);
            Wrong($"There is no school called `{text.School}`", nearest is null ? "Write its name as the page Organisation has it, or add the school there first." : $"Did you mean {_schools[nearest].Name}?");
        }
        else if (!setting.Manages(school))
        {
            Wrong(school is null ? "You do not look after the people of the whole organisation" : $"You do not look after the people of `{text.School}`", "Name a school that is yours, or leave the line out.");
        }

        var isDeputy = RoleNames.Find(text.Text) is null && text.Text.Trim().StartsWith(Deputy, StringComparison.OrdinalIgnoreCase);
        var word = isDeputy ? text.Text.Trim()[Deputy.Length..] : text.Text;
        if (RoleNames.Find(word) is { } role)
        {
            return isKnownPlace ? new(role, school, isDeputy) : null;
        }

        Wrong($"`{text.Text}` is not a role", RoleNames.Nearest(word) is { } meant ? $"Did you mean {meant}?" : $"The roles are: {string.Join(", ", RoleNames.All)}.");
        return null;
    }
}
