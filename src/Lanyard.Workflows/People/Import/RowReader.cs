using System.Collections.Immutable;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.Naming;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Policy.Diagnostics;
using Lanyard.Workflows.Organisations;

namespace Lanyard.Workflows.People.Import;

/// <summary>Reads one person of a file against what is known, and reports everything that is wrong with it.</summary>
internal sealed class RowReader(ImportSetting setting)
{
    private const int LongestId = 200;
    private const int LongestClass = 50;

    private readonly Dictionary<string, School> _schools = setting.Schools.DistinctBy(school => Plain(school.Name)).ToDictionary(school => Plain(school.Name), StringComparer.Ordinal);
    private readonly AskedWords _titles = new(RoleNames.Nearest);
    private readonly AskedWords _years = new(_ => null);
    private readonly List<ImportNote> _notes = [];
    private List<ImportProblem> _problems = [];
    private int _line;
    private bool _waits;
    private bool _isFromASystem;

    /// <summary>The titles that nobody has said yet what they mean.</summary>
    public AskedWords Titles => _titles;

    /// <summary>The year groups of which the same is true.</summary>
    public AskedWords Years => _years;

    /// <summary>What to know about how lines were read.</summary>
    public IReadOnlyList<ImportNote> Notes => _notes;

    /// <summary>What a row makes of a person.</summary>
    /// <param name="row">The row.</param>
    /// <param name="known">The person as they are; <see langword="null"/> for somebody new.</param>
    /// <param name="scope">What the file speaks of.</param>
    /// <param name="problems">What is wrong with the row, added to.</param>
    /// <returns>The person, and whether the row waits until somebody has said what one of its words means.</returns>
    public (PersonDetails Details, ImmutableArray<RoleHeld> Roles, bool Waits) Read(
        ImportRow row, Person? known, FileScope scope, List<ImportProblem> problems)
    {
        (_problems, _line, _waits, _isFromASystem) = (problems, row.Line, false, scope.Source is not null);
        var roles = RolesOf(row, known, scope);
        var isPupil = DetailChecks.IsPupil(roles);
        var details = new PersonDetails(
            row.Name is null && known?.Details is { } named ? named.Name : Name(row.Name ?? ""),
            row.Email is null ? known?.Details?.Email : Email(row.Email),
            string.IsNullOrEmpty(row.Id) ? known?.Details?.ExternalId : Id(row.Id),
            row.Upn is null ? known?.Details?.Upn : Upn(row.Upn, isPupil),
            row.YearGroup is null ? known?.Details?.YearGroup : YearGroup(row.YearGroup, isPupil, known),
            row.ContactEmail is null ? known?.Details?.ContactEmail : Contact(row.ContactEmail, known),
            string.IsNullOrEmpty(row.Id) ? known?.Details?.Source : scope.Source ?? known?.Details?.Source,
            row.Class is null ? known?.Details?.Class : Class(row.Class),
            row.BirthDate is null ? known?.Details?.BirthDate : BirthDate(row.BirthDate, known));
        if (details is { Email: null, ExternalId: null, ContactEmail: null, Upn: null } && problems.Count == 0)
        {
            Wrong("There is neither an id nor an email address", "Give one of them: without it, the same file would add this person again each time.");
        }

        return (details, roles, _waits);
    }

    /// <summary>The roles that texts mean, as far as they are known; nothing is reported.</summary>
    public ImmutableArray<RoleHeld> Peek(IEnumerable<ImportedRole> texts) =>
        [.. texts.SelectMany(
            text => TryFindPlace(text.School, out var school) ? RoleTexts.Find(text.Text, setting.Answers)
            .Select(role => new RoleHeld(role.Role, school, role.IsDeputy)) : []).Distinct()];

    /// <summary>A day as it is written, if it can be read.</summary>
    public DateOnly? PeekDay(string? text) =>
        text is { Length: > 0 } && WrittenDay.TryRead(text, out var day, out _, setting.Rules.Today) ? day : null;

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

    private ImmutableArray<RoleHeld> RolesOf(ImportRow row, Person? known, FileScope scope)
    {
        if (row.IsRolesDelta)
        {
            var gone = Peek(row.RolesGone);
            return [.. (known?.Roles ?? []).Where(held => !gone.Contains(held))
                .Union(Roles(row.Roles ?? [], isNeeded: known is null))];
        }

        if (row.Roles is { } said)
        {
            return [.. Roles(said, isNeeded: !row.KeepsOtherRoles || known is null)
                .Union((known?.Roles ?? []).Where(held => scope.Keeps(held, row)))];
        }

        if (known is null && row.RolesIfNew is null)
        {
            _waits = true; // until somebody says which role everybody in the file has
            return [];
        }

        return known?.Roles ?? Roles(row.RolesIfNew ?? [], isNeeded: true);
    }

    private string Name(string text)
    {
        if (DetailChecks.ProblemOfName(text) is { Length: > 0 } problem)
        {
            Wrong(problem, "Write the full name, such as Jo Carter.");
        }

        return ProperName.TryParse(text, out var name, out _) ? name.Value : text.Trim();
    }

    private string Id(string text)
    {
        if (text.Length > LongestId || ProperName.FindHidden(text) is not null)
        {
            Wrong("The id is too long, or holds signs that cannot be shown", "Use the id that the school's own system gives.");
        }

        if (Ids.IsCut(text))
        {
            Wrong($"A spreadsheet has cut the id `{text}` short",
                "Export the list again, and do not save it in a spreadsheet; or format the column as text first.");
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

    // The first of those in the cell; one that cannot be read costs nobody their place.
    private string? Contact(string text, Person? known)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (Array.Find(
            text.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries), DetailChecks.IsEmail) is { } address)
        {
            return address;
        }

        _notes.Add(new(_line, $"`{text}` is not an email address, and was left out."));
        return known?.Details?.ContactEmail;
    }

    private string? Upn(string text, bool isPupil)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (!isPupil && !_waits)
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

    private int? YearGroup(string text, bool isPupil, Person? known)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (!isPupil)
        {
            if (!_waits)
            {
                _notes.Add(new(_line, $"The year group `{text}` was left out: only a pupil has one."));
            }

            return null;
        }

        if (YearGroups.TryRead(text, out var year))
        {
            return year;
        }

        if (setting.Answers.Years.TryGetValue(Folding.Of(text), out var said))
        {
            return said;
        }

        _years.Add(text, _line);
        _notes.Add(
            new(_line,
            $"`{text}` is not a year group that can be read. "
                + $"{(known?.Details?.YearGroup is null ? "It is left empty" : "It stays as it was")} until you say "
                + "which it is."));
        return known?.Details?.YearGroup;
    }

    private string? Class(string text)
    {
        if (text.Length <= LongestClass && FreeText.ProblemOf(text).Length == 0)
        {
            return text.Length == 0 ? null : NormalForm.Of(text);
        }

        _notes.Add(new(_line, "The class was left out: it is too long, or holds signs that cannot be shown."));
        return null;
    }

    private DateOnly? BirthDate(string text, Person? known)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (WrittenDay.TryRead(text, out var day, out var problem, setting.Rules.Today) && day <= setting.Rules.Today)
        {
            return day;
        }

        _notes.Add(
            new(_line,
            $"The date of birth was left out: {(problem.Length > 0 ? problem : $"`{text}` is still to come")}."));
        return known?.Details?.BirthDate;
    }

    private ImmutableArray<RoleHeld> Roles(IReadOnlyList<ImportedRole> texts, bool isNeeded)
    {
        if (texts.Count == 0 && isNeeded && _isFromASystem)
        {
            Wrong("None of their roles is held today",
                "If they have left, there is nothing to do. If not, give them a role in the school's own system, and "
                    + "export the bundle again.");
        }
        else if (texts.Count == 0 && isNeeded)
        {
            Wrong("The role is missing",
                "Write at least one, such as teacher, or say which role everybody in the file has.");
        }

        return [.. texts.SelectMany(Role).Distinct()];
    }

    private IEnumerable<RoleHeld> Role(ImportedRole text)
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

        var found = RoleTexts.Find(text.Text, setting.Answers);
        if (found.IsEmpty)
        {
            _titles.Add(text.Text.Trim(), _line);
            _waits = true;
        }

        return isKnownPlace ? found.Select(role => new RoleHeld(role.Role, school, role.IsDeputy)) : [];
    }
}
