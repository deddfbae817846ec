using Lanyard.Domain.Organisations;
using Lanyard.Domain.Policies;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.Public.ReadPolicy;

/// <summary>The public page of a policy: the version in force, or any version that ever was. The address of a clause never changes.</summary>
[AllowAnonymous]
public sealed class ReadPolicyPage(RecordBook book, PublicTexts texts, Visit visit) : PageModel
{
    [FromRoute]
    public Guid Organisation { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The version asked for; the one in force where none is named.</summary>
    [FromRoute(Name = "hash")]
    public string? Asked { get; set; }

    public PolicyFile Policy { get; private set; } = null!; // set before the page is drawn

    public string Hash { get; private set; } = "";

    public string Html { get; private set; } = "";

    public string Status { get; private set; } = "";

    /// <summary>The school whose own rules these are; <see langword="null"/> if they are everybody's.</summary>
    public string? School { get; private set; }

    public bool IsInForce { get; private set; }

    public IReadOnlyList<(string Id, string Heading)> Clauses { get; private set; } = [];

    public IReadOnlyList<PolicyVersionInForce> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var at = new OrganisationId(Organisation);
        if ((await book.FindAsync<PolicyFile>(at, $"policy/{new PolicyId(Id)}", cancel))?.Value is not { } file)
        {
            return NotFound();
        }

        // Only what was put in force is public: a draft is not.
        var current = file.InForceOn(visit.Today);
        var version = Asked is null ? current : file.Versions.LastOrDefault(each => each.Hash == Asked);
        if (version is null || await texts.FindAsync(at, version.Hash, cancel) is not { } text)
        {
            return NotFound();
        }

        (Policy, Hash, Html) = (file, version.Hash, text.Html);
        IsInForce = version == current;
        Status = IsInForce ? $"In force since {version.From.InWords()}. Ratified by the {version.Ratification.Body} on {version.Ratification.On.InWords()}."
            : version.From > visit.Today ? $"This version will apply from {version.From.InWords()}."
            : $"This version applied from {version.From.InWords()}. It has been superseded.";
        School = file.School is { } school ? (await book.FindAsync<School>(at, $"school/{school}", cancel))?.Value.Name : null;
        Clauses = text.Clauses;
        Versions = [.. file.Versions.Reverse()];
        return Page();
    }
}
