using Lanyard.Domain.Naming;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Features.Policies;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Acceptances;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Acceptances.ListAcceptances;

/// <summary>Shows who has accepted the version in force, who has not, and who had before they left.</summary>
[Needs(Permission.SeeEvidence)]
public sealed class ListAcceptancesPage(
    Visit visit, RecordBook book, PolicyShelf shelf, AcceptanceList acceptances, NamesThen names) : PolicyPageBase(
    visit, book, shelf)
{
    private const int PageSize = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string Search { get; set; } = "";

    /// <summary>Which page of those who are asked, the first being 1.</summary>
    [BindProperty(Name = "at", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    /// <summary>Which page of those who have gone.</summary>
    [BindProperty(Name = "gone", SupportsGet = true)]
    public int GoneNumber { get; set; } = 1;

    /// <summary>The clauses that ask for acceptance.</summary>
    public IReadOnlyList<string> Clauses { get; private set; } = [];

    public int Asked { get; private set; }

    public int Accepted { get; private set; }

    /// <summary>How many of those who are asked were found.</summary>
    public int Found { get; private set; }

    public IReadOnlyList<(Person Person, DateTimeOffset? At)> Lines { get; private set; } = [];

    /// <summary>How many accepted this version and are not asked any more.</summary>
    public int GoneCount { get; private set; }

    public IReadOnlyList<AcceptedAndGone> Gone { get; private set; } = [];

    /// <summary>Tells people of one name apart.</summary>
    public Namesakes Labels { get; private set; } = new([], _ => "");

    public int LastPage => LastOf(Found);

    public int LastGone => LastOf(GoneCount);

    /// <summary>The address of a page of the lists.</summary>
    public string At(int page, int gone) =>
        $"/policies/{Policy.Id}/acceptances?q={Uri.EscapeDataString(Search)}&at={page}&gone={gone}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || !Who.May(Permission.SeeEvidence, Policy.School) || Policy.InForceOn(Today) is not { } version || InForce is null)
        {
            return NotFound();
        }

        Clauses = [.. AcceptanceList.Clauses(InForce)];
        var all = await acceptances.OfAsync(Who.At, Policy, version, InForce, Today, cancel);
        (Asked, Accepted) = (all.Count, all.Count(line => line.At is not null));
        var found = all.Where(line => Says(line.Person.Name)).ToList();
        (Found, PageNumber) = (found.Count, Math.Clamp(PageNumber, 1, LastOf(found.Count)));
        Lines = [.. found.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        await ReadGoneAsync(version.Hash, all.Select(line => line.Person.Id).ToHashSet(), cancel);
        var schools = (await Book.ListAsync<School>(Who.At, cancel))
            .ToDictionary(kept => kept.Value.Id, kept => kept.Value.Name);
        Labels = new(
            found.Skip(((PageNumber - 1) * PageSize) - 1).Take(PageSize + 2).Select(line => line.Person)
            .Concat(Gone.Select(line => line.Person)), school => Name(schools, school));
        return Page();
    }

    private static string Name(Dictionary<SchoolId, string> schools, SchoolId? school) =>
        school is { } known ? schools.GetValueOrDefault(known, "") : schools.Count == 0 ? "" : "whole organisation";

    private static int LastOf(int count) => Math.Max(1, (count + PageSize - 1) / PageSize);

    private bool Says(string name) => string.IsNullOrWhiteSpace(Search) || Folding.Holds(name, Search);

    private async Task ReadGoneAsync(string hash, HashSet<PersonId> asked, CancellationToken cancel)
    {
        var given = (await Book.ListAsync<Acceptance>(Who.At, cancel, AcceptanceRegister.VersionTerm(Policy.Id, hash)))
            .Select(kept => kept.Value).Where(acceptance => !asked.Contains(acceptance.Person));
        var gone = new List<(Acceptance Given, Person Person)>();
        foreach (var acceptance in given.OrderByDescending(acceptance => acceptance.At))
        {
            if (await Book.FindAsync<Person>(Who.At, $"person/{acceptance.Person}", cancel) is { } kept
                && Says(kept.Value.Name))
            {
                gone.Add((acceptance, kept.Value));
            }
        }

        (GoneCount, GoneNumber) = (gone.Count, Math.Clamp(GoneNumber, 1, LastOf(gone.Count)));
        var lines = new List<AcceptedAndGone>();
        foreach (var (acceptance, person) in gone.Skip((GoneNumber - 1) * PageSize).Take(PageSize))
        {
            lines.Add(new(person, await names.FindAsync(Who.At, person.Id, acceptance.At, cancel), acceptance.At));
        }

        Gone = lines;
    }
}
