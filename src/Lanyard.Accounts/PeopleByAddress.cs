using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Workflows.People;

namespace Lanyard.Accounts;

/// <summary>Finds the people of every organisation on this server by their address.</summary>
public sealed class PeopleByAddress(RecordBook book, TimeProvider clock)
{
    /// <summary>Who has an address and has not left.</summary>
    public async Task<IReadOnlyList<(OrganisationId Organisation, Person Person)>> FindAsync(string email, CancellationToken cancel)
    {
        var today = UkTime.DayOf(clock.GetUtcNow());
        var found = new List<(OrganisationId, Person)>();
        foreach (var organisation in await book.Store.OrganisationsAsync(cancel))
        {
            var people = organisation == Installation.Partition ? []
                : await book.ListAsync<Person>(organisation, cancel, PersonRegister.EmailTerm(email));
            found.AddRange(people.Where(kept => kept.Value.IsHere(today)).Select(kept => (organisation, kept.Value)));
        }

        return found;
    }
}
