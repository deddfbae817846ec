using Lanyard.Domain.People;

namespace Lanyard.Workflows.People.Import;

/// <summary>Settles whose an address is. One that several people have is kept as a contact of each, and nobody signs in
/// with it.</summary>
internal sealed class SharedAddresses(IReadOnlyList<Person> people)
{
    /// <summary>What to know.</summary>
    public List<ImportNote> Notes { get; } = [];

    /// <summary>The rows, each address with its owner.</summary>
    public List<PlannedRow> Settle(IReadOnlyList<PlannedRow> rows)
    {
        var changed = rows.Select(row => row.Known?.Id).OfType<PersonId>().ToHashSet();
        var staying = people.Where(person => person.Left is null && !changed.Contains(person.Id))
            .SelectMany(person => Addresses(person.Details).Select(address => (address, person)))
                .ToLookup(pair => pair.address, pair => pair.person, StringComparer.Ordinal);
        var claims = rows.SelectMany(row => Addresses(row.Details).Select(address => (address, row)))
            .ToLookup(pair => pair.address, pair => pair.row, StringComparer.Ordinal);
        var shared = claims.Where(claim => claim.Count() + staying[claim.Key].Count() > 1).Select(claim => claim.Key)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var address in shared)
        {
            Tell(claims[address], [.. staying[address]], address);
        }

        return [.. rows.Select(row => Settled(row, shared, claims, staying))];
    }

    private static IEnumerable<string> Addresses(PersonDetails? details) =>
        new[] { details?.Email, details?.ContactEmail }.OfType<string>().Select(address => address.ToUpperInvariant())
            .Distinct(StringComparer.Ordinal);

    private static PlannedRow Settled(
        PlannedRow row, HashSet<string> shared, ILookup<string, PlannedRow> claims, ILookup<string, Person> staying)
    {
        var details = row.Details;
        if (details.Email is not { } email)
        {
            return row;
        }

        var plain = email.ToUpperInvariant();
        if (!shared.Contains(plain))
        {
            return string.Equals(details.ContactEmail, email, StringComparison.OrdinalIgnoreCase)
                ? row with { Details = details with { ContactEmail = null } } : row;
        }

        var had = row.Known is { Left: null } known ? known.Details?.Email : null;
        if (string.Equals(had, email, StringComparison.OrdinalIgnoreCase))
        {
            return row; // what they sign in with already stays theirs
        }

        var isFree = had is not null && claims[had.ToUpperInvariant()].All(other => other == row)
            && !staying[had.ToUpperInvariant()].Any();
        return row with { Details = details with { Email = isFree ? had : null, ContactEmail = email } };
    }

    private void Tell(IEnumerable<PlannedRow> rows, List<Person> others, string address)
    {
        var sharing = rows.OrderBy(row => row.Line).ToList();
        if (sharing.Count == 0)
        {
            return;
        }

        var names = sharing.Select(row => $"{row.Details.Name} (line {row.Line})")
            .Concat(others.Select(person => person.Name));
        var holder = sharing.Find(
            row => string.Equals(row.Known?.Details?.Email, address, StringComparison.OrdinalIgnoreCase))?.Details.Name
            ?? others.Find(
                person => string.Equals(person.Details?.Email, address, StringComparison.OrdinalIgnoreCase))?.Name;
        Notes.Add(new(
            sharing[0].Line,
            $"{string.Join(" and ", names)} share the address `{address.ToLowerInvariant()}`. It is kept as a contact "
                + "of each. "
            + (holder is null ? "Nobody signs in with it until it is one person's alone."
                : $"It stays the address of {holder}; nobody else signs in with it.")));
    }
}
