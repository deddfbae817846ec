using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.Status;

/// <summary>Says that something failed, and by which number the log knows it.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class FaultPage : PageModel
{
    public string Number => HttpContext.TraceIdentifier;

    public void OnGet() => Response.StatusCode = 500;

    public void OnPost() => Response.StatusCode = 500;
}
