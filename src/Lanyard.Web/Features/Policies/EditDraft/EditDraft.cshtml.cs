using Lanyard.Domain.Policies;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Policies.EditDraft;

/// <summary>Edits the draft, and shows what the text comes to.</summary>
[Needs(Permission.ManagePolicies)]
public sealed class EditDraftPage(Visit visit, RecordBook book, PolicyShelf shelf, DraftChecks checks) : PolicyPageBase(visit, book, shelf)
{
    [BindProperty]
    public string Text { get; set; } = "";

    public DraftCheck Check { get; private set; } = null!; // set before the page is drawn

    /// <summary>What somebody else saved in the meantime.</summary>
    public string? Theirs { get; private set; }

    /// <summary>Whether the text on the page is newer than what is saved.</summary>
    public bool IsUnsaved => HttpMethods.IsPost(Request.Method);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindManagedAsync(cancel))
        {
            return NotFound();
        }

        Text = Draft?.Text ?? InForce?.Text ?? "";
        Check = await CheckAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancel)
    {
        if (!await FindManagedAsync(cancel))
        {
            return NotFound();
        }

        Check = await CheckAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindManagedAsync(cancel))
        {
            return NotFound();
        }

        Check = await CheckAsync(cancel);
        if (string.IsNullOrWhiteSpace(Text))
        {
            ModelState.AddModelError(nameof(Text), "Enter the text of the policy");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var text = Text.ReplaceLineEndings("\n");
        var compiled = PolicyShelf.Compile(text);
        var title = compiled.Result.Bound.Document.FrontMatter.Policy is { Length: > 0 } named ? named : Policy.Title;
        var before = Draft?.Text;
        var result = await TakeAsync(PolicyCase.Save(Policy, new PolicyId(Id), compiled.Hash, text, title, Policy.School), compiled.Policy is null ? "The draft was saved. Its text has errors, which are listed below it in the editor." : "The draft was saved.", cancel);
        Theirs = result is not LocalRedirectResult && ModelState.ErrorCount > 0 && before != Text ? before : null;
        return result;
    }

    private async Task<DraftCheck> CheckAsync(CancellationToken cancel)
    {
        if (Text.Length > DraftChecks.LongestText)
        {
            ModelState.AddModelError(nameof(Text), $"The text must be {DraftChecks.LongestText:N0} characters or fewer. Put what is not policy into documents of its own");
            return new("The text is too long to be checked.", [], [], [], [], ChangeList.None, []);
        }

        return await checks.OfAsync(Who.At, Policy, Text, InForce, Today, cancel);
    }
}
