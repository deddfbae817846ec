using Lanyard.Domain.Organisations;
using Lanyard.Domain.Policies;
using Lanyard.Policy.Literate;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Policies.AddPolicy;

/// <summary>Begins a policy from the library, from a document, or from nothing.</summary>
[Needs(Permission.ManagePolicies)]
public sealed class AddPolicyPage(Visit visit, RecordBook book, DocumentImport import, ImportTurns turns)
    : LanyardPage(visit, book)
{
    private const string Empty = "---\npolicy: Social networking policy\norganisation: \nversion: \"1\"\n---\n\n## 1 Purpose\n\nWrite what this clause means, then what it says in so many words.\n\n```policy\nStaff must not message a student on a personal account.\n```\n";

    private const string Model = "model-policy";
    private const int MostHeadings = 6;

    public static IReadOnlyList<FieldChoice> Sources { get; } =
    [
        new("library", "A policy from the library", "The model policy covers what schools need; the others follow real ones. The draft is made in your name: change what you do otherwise."),
        new("document", "Your own document", "Lanyard reads its clauses and proposes statements. You confirm each."),
        new("nothing", "An empty text"),
    ];

    /// <summary>The policies of the library, the model first, with what they deal with.</summary>
    public static IReadOnlyList<FieldChoice> LibraryChoices { get; } = [.. ShippedPolicies.Names.OrderBy(name => name == Model ? 0 : 1).Select(Choice)];

    [BindProperty]
    public string From { get; set; } = "library";

    [BindProperty]
    public string Library { get; set; } = Model;

    [BindProperty]
    public string School { get; set; } = "";

    [BindProperty]
    public IFormFile? Document { get; set; }

    public IReadOnlyList<FieldChoice> Schools { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var who = await ReadAsync(cancel);
        if (Schools.All(choice => choice.Value != School))
        {
            ModelState.AddModelError(nameof(School), "Choose whom the policy is for");
        }

        var text = await TextAsync(who, cancel);
        if (text is null || !ModelState.IsValid)
        {
            return Page();
        }

        var id = new PolicyId(Guid.CreateVersion7(Visit.Now));
        var compiled = PolicyShelf.Compile(text);
        SchoolId? school = School.Length == 0 ? null : new SchoolId(Guid.ParseExact(School, "N"));
        var title = compiled.Result.Bound.Document.FrontMatter.Policy is { Length: > 0 } named ? named : "A policy without a title";
        return await TakeAsync(who, PolicyCase.Save(file: null, id, compiled.Hash, text, title, school), new Dictionary<string, long>(), $"/policies/{id}/edit", "The draft was made. Read it through, then take it further.", cancel);
    }

    private static FieldChoice Choice(string name)
    {
        var policy = LiteratePolicy.From(new(name, ShippedPolicies.Find(name)!)); // a name of the list
        var title = name == Model ? $"Model policy: {policy.FrontMatter.Policy}" : $"{policy.FrontMatter.Policy} of {policy.FrontMatter.Organisation}";
        return new(name, title, $"{policy.Clauses.Count(clause => !clause.Blocks.IsEmpty).Of("clause")}, such as: {string.Join("; ", policy.Clauses.Where(clause => !clause.Blocks.IsEmpty).Select(clause => clause.Heading).Distinct().Take(MostHeadings))}");
    }

    private async Task<Who> ReadAsync(CancellationToken cancel)
    {
        var who = await Visit.GetAsync(cancel);
        var schools = (await Book.ListAsync<School>(who.At, cancel)).Where(school => who.May(Permission.ManagePolicies, school.Value.Id)).Select(school => new FieldChoice(school.Value.Id.ToString(), $"{school.Value.Name}: rules added to those of the whole organisation"));
        Schools = [.. who.May(Permission.ManagePolicies) ? [new FieldChoice("", "The whole organisation")] : Array.Empty<FieldChoice>(), .. schools];
        return who;
    }

    private async Task<string?> TextAsync(Who who, CancellationToken cancel)
    {
        switch (From)
        {
            case "library" when ShippedPolicies.DraftFor(Library, who.Organisation.Name, Visit.Today) is { } shipped:
                return shipped;
            case "nothing":
                return Empty.Replace("organisation: \n", $"organisation: {ShippedPolicies.Quoted(who.Organisation.Name)}\n", StringComparison.Ordinal);
            case "document" when Document is not null:
                using (var turn = turns.TryTake(who.At))
                {
                    return await ReadAsync(Document, who, turn, cancel);
                }

            default:
                ModelState.AddModelError(From == "document" ? nameof(Document) : nameof(From), From == "document" ? "Choose a document" : "Choose what to start from");
                return null;
        }
    }

    private async Task<string?> ReadAsync(IFormFile document, Who who, IDisposable? turn, CancellationToken cancel)
    {
        var (text, problem) = turn is null ? (null, ImportTurns.Busy)
            : await import.ReadAsync(document, who.Organisation.Name, cancel);
        if (problem is not null)
        {
            ModelState.AddModelError(nameof(Document), problem);
        }

        return text;
    }
}
