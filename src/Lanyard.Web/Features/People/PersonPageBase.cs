using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People;

/// <summary>A page about one person, for whoever looks after them.</summary>
public abstract class PersonPageBase(Visit visit, RecordBook book, PeopleDesk desk) : PeoplePage(visit, book, desk)
{
    private long _current;

    /// <summary>The person in the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The version of the person that the other had before them.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>The person.</summary>
    public Person Person { get; private set; } = null!; // set before the page is drawn

    /// <summary>The address of the person's page.</summary>
    protected string Home => $"/people/{Id:N}";

    /// <summary>The person's subject in the record.</summary>
    protected string Subject => $"person/{new PersonId(Id)}";

    /// <summary>Reads the person; <see langword="false"/> if there is none of that id whom the other looks after.</summary>
    protected async Task<bool> FindAsync(CancellationToken cancel)
    {
        await ReadWhoAsync(cancel);
        if (await Book.FindAsync<Person>(Who.At, Subject, cancel) is not { } kept || !Who.MayManage(kept.Value))
        {
            return false;
        }

        (Person, _current) = (kept.Value, kept.Version);
        Version = HttpMethods.IsPost(Request.Method) ? Version : kept.Version; // a form says which version it was about
        return true;
    }

    /// <summary>Takes a step, if nobody else has changed the person since the page was opened.</summary>
    protected async Task<IActionResult> TakeAsync(Func<IReadOnlyCollection<Person>, PersonRules, Outcome> decide, PersonDetails? details, string done, CancellationToken cancel)
    {
        var result = await WriteAsync(
            PeopleRead.Beside(Person.Id, details), others => decide(others, ManagedPeople.Rules(Today)), new Dictionary<string, long> { [Subject] = Version }, Home, done, cancel);
        if (result is not LocalRedirectResult)
        {
            ModelState.Remove(nameof(Version));
            Version = _current; // sent again, it is about the person as shown now
        }

        return result;
    }
}
