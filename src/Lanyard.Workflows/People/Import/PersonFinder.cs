using Lanyard.Domain.Naming;
using Lanyard.Domain.Organisations;

namespace Lanyard.Workflows.People.Import;

/// <summary>Finds who a line of a file is about.</summary>
/// <remarks>
/// An id counts within its school, its kind of people and the system that gave it, and only where the names go
/// together. An
/// address counts for somebody who is here. Everything else is likeness, and likeness is a question, never a match.
/// </remarks>
internal sealed class PersonFinder
{
    private readonly RowReader _reader;
    private readonly ImportAnswers _answers;
    private readonly string? _source;
    private readonly ILookup<string, Person> _byId;
    private readonly ILookup<string, Person> _byPlainId;
    private readonly ILookup<string, Person> _byUpn;
    private readonly ILookup<string, Person> _byAddress;
    private readonly ILookup<string, Person> _byName;
    private readonly ILookup<string, ImportRow> _rowsById;

    public PersonFinder(ImportedPeople file, IReadOnlyList<Person> people, RowReader reader, ImportAnswers answers)
    {
        (_reader, _answers, _source) = (reader, answers, file.Source);
        _byId = By(people, person => person.Details?.ExternalId);
        _byPlainId = By(people, person => person.Details?.ExternalId is { } id ? Ids.WithoutZeros(id) : null);
        _byUpn = By(people, person => person.Details?.Upn);
        _byAddress = people.SelectMany(person => Addresses(person).Select(address => (address, person)))
            .ToLookup(pair => pair.address, pair => pair.person, StringComparer.Ordinal);
        _byName = By(
            people.Where(person => person.Left is null), person =>
            person.Details is { } details ? Folding.Of(details.Name) : null);
        // those without are left out
        _rowsById = file.Rows.Where(row => !string.IsNullOrEmpty(row.Id))
            .ToLookup(row => row.Id!, StringComparer.Ordinal);
    }

    /// <summary>Who a row is about.</summary>
    public RowMatch Find(ImportRow row)
    {
        // of a change only what is new is known
        var places = row.IsRolesDelta ? [] : PersonKinds.Places(_reader.Peek(row.RolesSaid)).ToList();
        var found = ById(row, places) ?? ByUpn(row) ?? ByAddress(row, places) ?? Alike(row, places) ?? RowMatch.New;
        if (found.Question is not { } question)
        {
            return found;
        }

        var answer = _answers.Same.GetValueOrDefault(row.Line);
        return new(answer == SameAnswer.Same ? question.Candidate : null, question with { Answer = answer });
    }

    /// <summary>The person that a file says to be gone; <see langword="null"/> if none is meant for certain.</summary>
    public Person? FindGone(ImportRow row) =>
        _byId[row.Id ?? ""]
            .Where(person =>
            person.Left is null && person.Details?.Source == _source && Fit(row, person) != NameFit.Other)
            .ToList() is [var only] ? only : null;

    private static ILookup<string, Person> By(IEnumerable<Person> people, Func<Person, string?> key) =>
        // those without are left out
        people.Where(person => key(person) is { Length: > 0 }).ToLookup(person => key(person)!, StringComparer.Ordinal);

    private static IEnumerable<string> Addresses(Person person) =>
        new[] { person.Details?.Email, person.Details?.ContactEmail }.OfType<string>()
            .Select(address => address.ToUpperInvariant()).Distinct(StringComparer.Ordinal);

    private static NameFit Fit(ImportRow row, Person person) =>
        row.Name is null ? NameFit.Same : person.Details is { } details ? NameFits.Of(row.Name, details.Name)
        : NameFit.Other;

    private static RowMatch Ask(ImportRow row, Person candidate, SameReason reason) =>
        new(Known: null, new(row.Line, row.Name ?? "", row.Id, candidate, reason, SameAnswer.Unsaid));

    private RowMatch? ById(ImportRow row, List<(PersonKind Kind, SchoolId? School)> places)
    {
        if (string.IsNullOrEmpty(row.Id))
        {
            return null;
        }

        var within = _byId[row.Id].Where(person => IsWithin(person, places)).OrderBy(person => person.Left is not null)
            .ThenByDescending(person => Fit(row, person)).ToList();
        var fits = within.Where(person => Fit(row, person) != NameFit.Other && !Contradicts(row, person)).ToList();
        if (fits.Count == 1 || (fits.Count > 1 && IsBetter(row, fits[0], fits[1])))
        {
            return fits[0].Left is null || Fit(row, fits[0]) == NameFit.Same ? new(fits[0])
                : Ask(row, fits[0], SameReason.IdWithAnotherName);
        }

        return within.Count > 0 ? Ask(row, within[0], SameReason.IdWithAnotherName) : null;
    }

    private static bool IsBetter(ImportRow row, Person first, Person second) =>
        (first.Left is null && second.Left is not null) || Fit(row, first) > Fit(row, second);

    private RowMatch? ByUpn(ImportRow row) =>
        row.Upn is { Length: > 0 } upn && _byUpn[upn.Trim().ToUpperInvariant()]
            .OrderBy(person => person.Left is not null).FirstOrDefault() is { } person
            ? Fit(row, person) == NameFit.Same && !Contradicts(row, person) ? new(person)
                : Ask(row, person, SameReason.Upn)
            : null;

    private RowMatch? ByAddress(ImportRow row, List<(PersonKind Kind, SchoolId? School)> places)
    {
        if (string.IsNullOrEmpty(row.Email))
        {
            return null;
        }

        var people = _byAddress[row.Email.ToUpperInvariant()].Where(person => !IsClaimed(person, row)).ToList();
        if (people.Find(
            person => person.Left is null && Fit(row, person) != NameFit.Other
            && !Contradicts(row, person)) is { } here)
        {
            var isNewId = !string.IsNullOrEmpty(row.Id) && here.Details?.ExternalId is { } own && own != row.Id;
            var isCertain = IsSameKind(here, places) && (Fit(row, here) == NameFit.Same || !isNewId);
            return isCertain ? new(here) : Ask(row, here, SameReason.Address);
        }

        var leaver = people.FirstOrDefault(
            person => person.Left is not null
            && string.Equals(person.Details?.Email, row.Email, StringComparison.OrdinalIgnoreCase));
        return leaver is not null && people.TrueForAll(person => person.Left is not null)
            ? Ask(row, leaver, SameReason.AddressOfALeaver) : null;
    }

    // Nobody is matched by these: a person is asked.
    private RowMatch? Alike(ImportRow row, List<(PersonKind Kind, SchoolId? School)> places)
    {
        if (row.Id is { Length: > 0 } id)
        {
            if (_byId[id]
                .FirstOrDefault(person => Fit(row, person) == NameFit.Same && !IsClaimed(person, row)) is { } elsewhere)
            {
                return Ask(row, elsewhere, SameReason.IdElsewhere);
            }

            if (_byPlainId[Ids.WithoutZeros(id)]
                .FirstOrDefault(
                person => person.Details?.ExternalId != id && IsPlaceOf(person, places)
                && Fit(row, person) != NameFit.Other && !IsClaimed(person, row)) is { } cut)
            {
                return Ask(row, cut, SameReason.IdWithoutZeros);
            }
        }

        var alike = _byName[Folding.Of(row.Name ?? "")]
            .FirstOrDefault(
            person => IsPlaceOf(person, places) && IsYearPossible(row, person) && !Contradicts(row, person)
            && !HasOtherAddress(row, person) && !IsClaimed(person, row));
        return alike is null ? null : Ask(row, alike, SameReason.Name);
    }

    private bool IsWithin(Person person, List<(PersonKind Kind, SchoolId? School)> places) =>
        (person.Details?.Source is null || person.Details.Source == _source || _source is null)
            && (places.Count == 0 || IsPlaceOf(person, places));

    private static bool IsPlaceOf(Person person, List<(PersonKind Kind, SchoolId? School)> places) =>
        person.Roles.IsEmpty || PersonKinds.Places(person.Roles)
            .Any(place =>
            places.Exists(
            each => each.Kind == place.Kind
            && (each.School == place.School || each.School is null || place.School is null)));

    private static bool IsSameKind(Person person, List<(PersonKind Kind, SchoolId? School)> places) =>
        places.Count == 0 || person.Roles.IsEmpty
            || person.Roles.Any(
            held => PersonKinds.Of(held.Role) is var kind
            && places.Exists(place => (place.Kind == PersonKind.Pupil) == (kind == PersonKind.Pupil)));

    // Whether another row of the file is this person's by their own id.
    private bool IsClaimed(Person person, ImportRow row) =>
        person.Details?.ExternalId is { } own && _rowsById[own]
            .Any(other =>
            other.Line != row.Line && IsWithin(person, [.. PersonKinds.Places(_reader.Peek(other.RolesSaid))])
            && Fit(other, person) != NameFit.Other);

    // What two lines about one person cannot both say.
    private bool Contradicts(ImportRow row, Person person) =>
        (row.Upn is { Length: > 0 } upn && person.Details?.Upn is { } known
            && !string.Equals(upn.Trim(), known, StringComparison.OrdinalIgnoreCase))
        || (person.Details?.BirthDate is { } born && _reader.PeekDay(row.BirthDate) is { } day && day != born);

    private static bool IsYearPossible(ImportRow row, Person person) =>
        row.YearGroup is not { Length: > 0 } text || !YearGroups.TryRead(text, out var year)
            || person.Details?.YearGroup is not { } known || year == known || year == known + 1;

    // Parents of one name are many.
    private static bool HasOtherAddress(ImportRow row, Person person) =>
        row.Email is { Length: > 0 } email && person.Details?.Email is { } own
            && !string.Equals(email, own, StringComparison.OrdinalIgnoreCase)
            && person.Roles.All(held => PersonKinds.Of(held.Role) is PersonKind.Parent);
}
