using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.Status;

/// <summary>Says that a role does not allow a page.</summary>
[AllowAnonymous]
public sealed class RefusedPage : PageModel
{
    public void OnGet() => Response.StatusCode = 403;
}
