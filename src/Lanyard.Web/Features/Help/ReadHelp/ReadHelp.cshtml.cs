using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.Help.ReadHelp;

/// <summary>Shows a page of the reference to whoever writes a policy.</summary>
[AllowAnonymous]
public sealed class ReadHelpPage : PageModel
{
    [FromRoute]
    public string Name { get; set; } = "";

    public bool IsIndex => Name.Length == 0;

    public string Title { get; private set; } = "Help with writing a policy";

    public string Html { get; private set; } = "";

    public IActionResult OnGet()
    {
        if (IsIndex)
        {
            return Page();
        }

        if (HelpPages.Find(Name) is not var (title, html))
        {
            return NotFound();
        }

        (Title, Html) = (title, html);
        return Page();
    }
}
