using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.Contacts.FindHelp;

/// <summary>Says at once where somebody finds help. It asks nothing, decides nothing and writes nothing down.</summary>
[AllowAnonymous]
public sealed class FindHelpPage(HelpDesk desk, Visit visit) : PageModel
{
    public HelpShown Help { get; private set; } = HelpShown.Anywhere;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var who = await visit.FindAsync(cancel);
        Help = await desk.FindAsync(HelpAddress.OrganisationOf(HttpContext, who), who, cancel);
    }
}
