using Lanyard.Domain.Naming;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People.ListPeople;

/// <summary>Lists the people whom somebody looks after.</summary>
[Needs(Permission.ManagePeople)]
public sealed class ListPeoplePage(Visit visit, RecordBook book, PeopleDesk desk, AccountStates accounts) : PeoplePage(visit, book, desk)
{
    private const int PageSize = 50;
    private const int Part = 200; // read at once where not everybody who is read is shown

    public static IReadOnlyList<FieldChoice> ShowChoices { get; } = [new("", "People who are here"), new("away", "People who are away today"), new("left", "People who have left"), new("all", "Everybody")];

    [BindProperty(Name = "q", SupportsGet = true)]
    public string Search { get; set; } = "";

    [BindProperty(Name = "show", SupportsGet = true)]
    public string Show { get; set; } = "";

    /// <summary>The person after whom the page begins.</summary>
    [BindProperty(Name = "after", SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The person before whom the page ends.</summary>
    [BindProperty(Name = "before", SupportsGet = true)]
    public Guid? Before { get; set; }

    /// <summary>How many people there are on all pages; <see langword="null"/> where that would mean reading all of them.</summary>
    public long? Found { get; private set; }

    public bool HasPrevious { get; private set; }

    public bool HasNext { get; private set; }

    public IReadOnlyList<PersonLine> Lines { get; private set; } = [];

    /// <summary>The page before this one. An address holds an id and no name, for addresses are logged.</summary>
    public string Previous => $"{Address}&before={Lines[0].Status.Person.Id}";

    /// <summary>The page after this one.</summary>
    public string Next => $"{Address}&after={Lines[^1].Status.Person.Id}";

    private string Address => $"/people?q={Uri.EscapeDataString(Search)}&show={Uri.EscapeDataString(Show)}";

    private string? Term => Show is "left" or "all" ? null : PersonRegister.HereTerm;

    private bool IsEverybodyShown => Who.MayManagePeople(school: null) && Show is not ("left" or "away") && string.IsNullOrWhiteSpace(Search);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadWhoAsync(cancel);
        var place = await PlaceAsync(Before ?? After, cancel);
        var isBackwards = Before is not null && place is not null;
        var found = await FindAsync(place, isBackwards, cancel);
        var isMore = found.Count > PageSize;
        (HasPrevious, HasNext) = isBackwards ? (isMore, true) : (place is not null, isMore);
        var labels = Labels(found);
        var shown = found.Take(PageSize);
        var lines = new List<PersonLine>();
        foreach (var person in isBackwards ? shown.Reverse() : shown)
        {
            lines.Add(
                new(await accounts.FindAsync(Who, person, Today, cancel), [.. person.Roles.Select(InWords)],
                labels.Of(person)));
        }

        Lines = lines;
        Found = !HasPrevious && !HasNext ? lines.Count : IsEverybodyShown ? await Book.CountAsync<Person>(Who.At, Term, cancel) : null;
    }

    private async Task<RowPlace?> PlaceAsync(Guid? person, CancellationToken cancel) =>
        person is { } id ? (await Book.FindAsync<Person>(Who.At, $"person/{new PersonId(id)}", cancel))?.Place : null;

    // One more than the page, so that it is known whether there is another.
    private async Task<List<Person>> FindAsync(RowPlace? place, bool isBackwards, CancellationToken cancel)
    {
        var take = IsEverybodyShown ? PageSize + 1 : Part;
        var found = new List<Person>();
        for (var isMore = true; isMore && found.Count <= PageSize;)
        {
            var part = await Book.ListAsync<Person>(Who.At, cancel, Term, place, take, isBackwards);
            found.AddRange(
                part.Select(kept => kept.Value)
                .Where(person => Who.MayManage(person) && IsShown(person) && Says(person)));
            (isMore, place) = (part.Count == take, part.Count > 0 ? part[^1].Place : place);
        }

        return found;
    }

    private bool IsShown(Person person) => Show switch
    {
        "left" => person.Left is not null,
        "away" => person.Absence?.Covers(Today) == true,
        _ => true,
    };

    private bool Says(Person person) =>
        string.IsNullOrWhiteSpace(Search)
            || Folding.Holds(
            string.Join(
            '\n', [person.Name, person.Details?.Email, person.Details?.ContactEmail, person.Details?.ExternalId,
            person.Details?.Upn, .. person.Roles.Select(InWords)]), Search);
}
