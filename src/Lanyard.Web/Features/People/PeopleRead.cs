using System.Text.Json;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Features.People;

/// <summary>The people on whom a step about people is decided.</summary>
/// <param name="Rows">Their rows, in one order.</param>
public sealed record PeopleRead(IReadOnlyList<Row> Rows)
{
    private const string Register = "person";

    /// <summary>The people.</summary>
    public IReadOnlyCollection<Person> People { get; } = [.. Rows.Select(row => JsonSerializer.Deserialize<Person>(row.Body, EventKinds.Json)!)]; // a row is never the word null

    /// <summary>Reads everybody.</summary>
    public static Func<IRecordReader, CancellationToken, Task<PeopleRead>> Everybody { get; } = async (reader, cancel) => new(await reader.ListAsync(new(Register), cancel));

    /// <summary>Reads everybody whom a rule about one person may be about: those with the same address or UPN, and those who look after people.</summary>
    public static Func<IRecordReader, CancellationToken, Task<PeopleRead>> Beside(PersonId person, PersonDetails? details) => async (reader, cancel) =>
    {
        List<string> terms = [.. ManagedPeople.Carriers.Select(PersonRegister.RoleTerm)];
        if (details?.Email is { } email)
        {
            terms.Add(PersonRegister.EmailTerm(email));
        }

        if (details?.Upn is { } upn)
        {
            terms.Add(PersonRegister.UpnTerm(upn));
        }

        var found = new SortedDictionary<string, Row>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            foreach (var row in await reader.ListAsync(new(Register, term), cancel))
            {
                found[row.Key] = row;
            }
        }

        found.Remove($"{Register}/{person}");
        return new([.. found.Values]);
    };

    /// <summary>Whether nobody was added, changed or taken away between two readings.</summary>
    public bool IsSameAs(PeopleRead other) => Rows.Select(row => (row.Key, row.Version)).SequenceEqual(other.Rows.Select(row => (row.Key, row.Version)));
}
