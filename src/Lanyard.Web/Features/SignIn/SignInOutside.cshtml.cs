using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.SignIn;

/// <summary>Sends somebody to the sign-in service of their organisation.</summary>
[AllowAnonymous]
public sealed class SignInOutsidePage(ServerOptions server) : PageModel
{
    [FromRoute]
    public string Provider { get; set; } = "";

    [FromQuery(Name = "next")]
    public string? Next { get; set; }

    public IActionResult OnGet() => server.OutsideProviders.Any(each => each.Scheme == Provider)
        ? Challenge(new Microsoft.AspNetCore.Authentication.AuthenticationProperties { RedirectUri = Url.IsLocalUrl(Next) ? Next : "/" }, Provider)
        : NotFound();
}
