using Lanyard.Accounts;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Policies.ViewPolicy;

/// <summary>Finds those that a consultation reached.</summary>
public sealed class ConsultedPeople(RecordBook book, SecondFactors factors)
{
    /// <summary>Those of the groups who belong to the organisation today and can sign in.</summary>
    public async Task<IReadOnlyList<Person>> ListAsync(Who who, PolicyFile file, DateOnly today, CancellationToken cancel)
    {
        var found = new List<Person>();
        if (file.Draft?.Consultation is not { } consultation)
        {
            return found;
        }

        foreach (var person in (await book.ListAsync<Person>(who.At, cancel, PersonRegister.HereTerm)).Select(kept => kept.Value))
        {
            if (person.IsHere(today) && consultation.GroupsOf(person, file.School).Any()
                && await factors.HasWayInAsync(person.Id, cancel))
            {
                found.Add(person);
            }
        }

        return found;
    }
}
