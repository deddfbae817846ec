using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.Status;

/// <summary>Says in plain words what a status means.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class StatusCodePage : PageModel
{
    /// <summary>The status. Read from the address alone, for a form that cannot be read binds nothing.</summary>
    /// <remarks>Anybody may type the address, so what is no error is answered as a page that is not there.</remarks>
    public int Code => RouteData.Values["code"] is string code && int.TryParse(code, CultureInfo.InvariantCulture, out var status) && status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;

    public string Title => Code switch
    {
        404 => "Page not found",
        403 => "You may not see this page",
        413 => "That file is too large",
        429 => "Too many tries",
        400 => "The page was open too long",
        _ => "Something went wrong",
    };

    public string Text => Code switch
    {
        404 => "If you typed the address, check it. If you followed a link, what it leads to may have gone, or may not be yours to see.",
        403 => "Your role does not allow it.",
        413 => "Choose a file of at most 8 megabytes.",
        429 => "Wait a minute, then try again.",
        400 => "Go back, load the page again, and send it once more. What you typed is still in the page before.",
        _ => "Nothing that was saved is lost. Try again in a moment.",
    };

    public void OnGet() => Response.StatusCode = Code;

    public void OnPost() => Response.StatusCode = Code;
}
