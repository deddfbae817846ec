using Lanyard.Domain.Policies;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Policies;

/// <summary>A page about one policy of the person's organisation.</summary>
public abstract class PolicyPageBase(Visit visit, RecordBook book, PolicyShelf shelf) : LanyardPage(visit, book)
{
    /// <summary>The policy in the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The version of the policy that the person had before them.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>Who asks.</summary>
    public Who Who { get; private set; } = null!; // set before the page is drawn

    /// <summary>The policy.</summary>
    public PolicyFile Policy { get; private set; } = null!; // set before the page is drawn

    /// <summary>The draft's text; <see langword="null"/> if there is no draft.</summary>
    public CompiledText? Draft { get; private set; }

    /// <summary>The text in force; <see langword="null"/> if none is.</summary>
    public CompiledText? InForce { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly Today => Visit.Today;

    /// <summary>Whether the person may take this policy through its steps.</summary>
    public bool MayManage => Who.May(Permission.ManagePolicies, Policy.School);

    /// <summary>The address of the policy's page.</summary>
    protected string Home => $"/policies/{Id:N}";

    /// <summary>The texts.</summary>
    protected PolicyShelf Shelf { get; } = shelf;

    /// <summary>Reads the policy; <see langword="false"/> if there is none of that id that the person may see.</summary>
    protected async Task<bool> FindAsync(CancellationToken cancel)
    {
        Who = await Visit.GetAsync(cancel);
        var found = await Book.FindAsync<PolicyFile>(Who.At, $"policy/{new PolicyId(Id)}", cancel);
        if (found is null || !(Who.IsOf(found.Value.School) || Who.May(Permission.ManagePolicies, found.Value.School)))
        {
            return false;
        }

        Policy = found.Value;
        Current = found.Version;
        Version = HttpMethods.IsPost(Request.Method) ? Version : found.Version; // a form says which version it was about
        Draft = Policy.Draft is { } draft ? await Shelf.GetAsync(Who.At, draft.Hash, cancel) : null;
        InForce = Policy.InForceOn(Today) is { } version ? await Shelf.GetAsync(Who.At, version.Hash, cancel) : null;
        return true;
    }

    /// <summary>Reads the policy for somebody who may take it through its steps.</summary>
    protected async Task<bool> FindManagedAsync(CancellationToken cancel) => await FindAsync(cancel) && MayManage;

    /// <summary>Takes a step, if nobody else has changed the policy since the person opened the page.</summary>
    protected async Task<IActionResult> TakeAsync(Outcome outcome, string done, CancellationToken cancel)
    {
        var result = await TakeAsync(Who, outcome, new Dictionary<string, long> { [$"policy/{Policy.Id}"] = Version }, Home, done, cancel);
        if (result is not LocalRedirectResult)
        {
            ModelState.Remove(nameof(Version));
            Version = Current; // sent again, it is about the policy as it is shown now
        }

        return result;
    }

    private long Current { get; set; }
}
