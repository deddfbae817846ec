using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Features.CaseAccess;

/// <summary>A page about who sees cases.</summary>
public abstract class CaseRolePageBase(Visit visit, RecordBook book, CaseRoleDesk cases) : LanyardPage(visit, book)
{
    /// <summary>The address of the list.</summary>
    public const string List = "/case-roles";

    private readonly Dictionary<PersonId, string> _names = [];

    /// <summary>Who asks.</summary>
    public Who Who { get; private set; } = null!; // set before the page is drawn

    /// <summary>The schools of the organisation, by name.</summary>
    public IReadOnlyList<School> Schools { get; private set; } = [];

    /// <summary>Reads what seeing cases rests on.</summary>
    protected CaseRoleDesk Cases { get; } = cases;

    /// <summary>A role in words, with its place.</summary>
    public string InWords(RoleHeld held)
    {
        var role = Roles.Capital(held.IsDeputy ? $"deputy {held.Role}" : held.Role);
        return Schools.Count == 0 ? role : $"{role}, {Place(held.School)}";
    }

    /// <summary>The name of somebody who has been looked up.</summary>
    public string Name(PersonId? person) => person is not { } id ? "Lanyard" : _names.GetValueOrDefault(id, "Somebody");

    /// <summary>Reads who asks, and the schools.</summary>
    protected async Task ReadWhoAsync(CancellationToken cancel)
    {
        Who = await Visit.GetAsync(cancel);
        Schools = [.. (await Book.ListAsync<School>(Who.At, cancel)).Select(kept => kept.Value)];
    }

    /// <summary>Looks names up.</summary>
    protected async Task NameAsync(IEnumerable<PersonId?> people, CancellationToken cancel)
    {
        foreach (var id in people.OfType<PersonId>().Where(id => !_names.ContainsKey(id)).Distinct().ToList())
        {
            _names[id] = (await Book.FindAsync<Person>(Who.At, $"person/{id}", cancel))?.Value.Name ?? "Somebody";
        }
    }

    private string Place(SchoolId? school) =>
        school is null ? "whole organisation" : Schools.FirstOrDefault(each => each.Id == school)?.Name
            ?? "a school that is gone";
}
