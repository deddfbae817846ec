using System.Globalization;
using Lanyard.Domain.Naming;
using Lanyard.Domain.Organisations;

namespace Lanyard.Workflows.People.Import;

/// <summary>Joins the lines of a file that are about one person, since staff lists have a line for each post or
/// site.</summary>
internal sealed class RowJoining(RowReader reader)
{
    private readonly List<ImportRow> _joined = [];
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);

    /// <summary>What to know.</summary>
    public List<ImportNote> Notes { get; } = [];

    /// <summary>The lines whose id or address is another person's too.</summary>
    public List<ImportProblem> Problems { get; } = [];

    /// <summary>The people of a file, each once.</summary>
    public IReadOnlyList<ImportRow> Join(IEnumerable<ImportRow> rows)
    {
        foreach (var row in rows)
        {
            Add(row);
        }

        foreach (var row in _joined.Where(row => row.Lines.Count > 1))
        {
            Notes.Add(
                new(row.Line,
                $"Lines {string.Join(" and ", row.Lines.Select(line => line.ToString(CultureInfo.InvariantCulture)))} "
                    + $"are one person, {row.Name}, who holds the roles of each."));
        }

        return _joined;
    }

    private void Add(ImportRow row)
    {
        if (Key(row) is not { } key)
        {
            _joined.Add(row);
            return;
        }

        if (!_places.TryGetValue(key, out var places))
        {
            _places[key] = places = [];
        }

        foreach (var at in places)
        {
            if (AreOne(_joined[at], row))
            {
                _joined[at] = Merged(_joined[at], row);
                return;
            }
        }

        if (places.Select(at => _joined[at]).FirstOrDefault(other => AreWithin(other, row)) is { } clash)
        {
            Problems.Add(Clash(clash, row));
            return;
        }

        places.Add(_joined.Count);
        _joined.Add(row);
    }

    private static string? Key(ImportRow row) =>
        row.Id is { Length: > 0 } id ? $"id {id}" : row.Email is { Length: > 0 } email
            && row.Name is { Length: > 0 } name ? $"at {email.ToUpperInvariant()} {Folding.Of(name)}" : null;

    private bool AreOne(ImportRow one, ImportRow other)
    {
        var isSameAddress = !string.IsNullOrEmpty(one.Email)
            && string.Equals(one.Email, other.Email, StringComparison.OrdinalIgnoreCase);
        return NameFits.Of(one.Name ?? "", other.Name ?? "") == NameFit.Same
            && (isSameAddress || string.IsNullOrEmpty(one.Email) || string.IsNullOrEmpty(other.Email))
            && AreCompatible(one.Upn, other.Upn) && AreCompatible(one.BirthDate, other.BirthDate)
                && (isSameAddress || !ArePupilsElsewhere(one, other));
    }

    private static bool AreCompatible(string? one, string? other) =>
        string.IsNullOrEmpty(one) || string.IsNullOrEmpty(other) || one == other;

    // A number of one school says nothing about a child of another who has the same name.
    private bool ArePupilsElsewhere(ImportRow one, ImportRow other)
    {
        var (places, others) = (Places(one), Places(other));
        return places.Exists(place => place.Kind == PersonKind.Pupil)
            && others.Exists(place => place.Kind == PersonKind.Pupil) && !places.Intersect(others).Any()
            && (string.IsNullOrEmpty(one.Upn) || one.Upn != other.Upn);
    }

    private bool AreWithin(ImportRow one, ImportRow other) =>
        (Places(one), Places(other)) is var (places, others)
            && (places.Count == 0 || others.Count == 0 || places.Intersect(others).Any());

    private List<(PersonKind Kind, SchoolId? School)> Places(ImportRow row) =>
        [.. PersonKinds.Places(reader.Peek(row.RolesSaid))];

    private static ImportProblem Clash(ImportRow first, ImportRow row) =>
        NameFits.Of(first.Name ?? "", row.Name ?? "") == NameFit.Same
            ? new(row.Line,
                $"The id `{row.Id}` stands on line {first.Line} too, with another address, UPN or date of birth",
                "Correct the id if these are two people, or the other details if they are one.")
            : new(row.Line, $"The id `{row.Id}` stands on line {first.Line} too: {first.Name} there, {row.Name} here",
                "Correct one of the two ids.");

    private ImportRow Merged(ImportRow first, ImportRow row)
    {
        string? Filled(Func<ImportRow, string?> part, string what)
        {
            var (one, other) = (part(first), part(row));
            if (!string.IsNullOrEmpty(one) && !string.IsNullOrEmpty(other) && one != other)
            {
                Notes.Add(
                    new(row.Line,
                    $"The {what} `{other}` was left out: line {first.Line} is the same person, with `{one}`."));
            }

            return string.IsNullOrEmpty(one) ? other : one;
        }

        return first with
        {
            Lines = [.. first.Lines, .. row.Lines],
            Email = string.IsNullOrEmpty(first.Email) ? row.Email : first.Email,
            Roles = first.Roles is null ? row.Roles : [.. first.Roles.Union(row.Roles ?? [])],
            RolesIfNew = first.RolesIfNew is null ? row.RolesIfNew : [.. first.RolesIfNew.Union(row.RolesIfNew ?? [])],
            YearGroup = Filled(each => each.YearGroup, "year group"),
            Upn = Filled(each => each.Upn, "UPN"),
            Class = Filled(each => each.Class, "class"),
            BirthDate = string.IsNullOrEmpty(first.BirthDate) ? row.BirthDate : first.BirthDate,
            ContactEmail = string.IsNullOrEmpty(first.ContactEmail) ? row.ContactEmail : first.ContactEmail,
        };
    }
}
