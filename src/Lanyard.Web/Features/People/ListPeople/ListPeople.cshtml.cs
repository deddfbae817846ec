using Lanyard.Records;
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

    public static IReadOnlyList<FieldChoice> ShowChoices { get; } = [new("", "People who are here"), new("away", "People who are away today"), new("left", "People who have left"), new("all", "Everybody")];

    [BindProperty(Name = "q", SupportsGet = true)]
    public string Search { get; set; } = "";

    [BindProperty(Name = "show", SupportsGet = true)]
    public string Show { get; set; } = "";

    [BindProperty(Name = "at", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public int Found { get; private set; }

    public int Pages { get; private set; }

    public IReadOnlyList<PersonLine> Lines { get; private set; } = [];

    public string Address(int number) => $"/people?q={Uri.EscapeDataString(Search)}&show={Uri.EscapeDataString(Show)}&at={number}";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadWhoAsync(cancel);
        var people = await Book.ListAsync<Person>(Who.At, cancel, Show is "left" or "all" ? null : PersonRegister.HereTerm);
        var words = Search.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        List<Person> found = [.. people.Select(kept => kept.Value).Where(person => Who.MayManage(person) && IsShown(person) && words.All(word => Says(person, word)))];
        Found = found.Count;
        Pages = Math.Max(1, (Found + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        var lines = new List<PersonLine>();
        foreach (var person in found.Skip((Number - 1) * PageSize).Take(PageSize))
        {
            lines.Add(new(await accounts.FindAsync(Who, person, Today, cancel), [.. person.Roles.Select(InWords)]));
        }

        Lines = lines;
    }

    private bool IsShown(Person person) => Show switch
    {
        "left" => person.Left is not null,
        "away" => person.Absence?.Covers(Today) == true,
        _ => true,
    };

    private bool Says(Person person, string word) =>
        new[] { person.Name, person.Details?.Email, person.Details?.ExternalId, person.Details?.Upn }.Concat(person.Roles.Select(InWords))
            .Any(text => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
}
