using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Features.Acceptances;

/// <summary>Tells under which name somebody did something: a name that is given later changes no line of the
/// past.</summary>
public sealed class NamesThen(RecordBook book)
{
    /// <summary>The name of a person at a moment.</summary>
    public async Task<string> FindAsync(
        OrganisationId organisation, PersonId person, DateTimeOffset moment, CancellationToken cancel)
    {
        string? name = null;
        await foreach (var happening in book.HistoryAsync(organisation, $"person/{person}", cancel))
        {
            if (happening.At > moment && name is not null)
            {
                break;
            }

            name = (happening.Event as PersonEvent)?.Content?.Name ?? name;
        }

        return name ?? "Somebody whose name was erased";
    }
}
