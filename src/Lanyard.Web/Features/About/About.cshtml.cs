using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.About;

/// <summary>Says what Lanyard is.</summary>
[AllowAnonymous]
public sealed class AboutPage : PageModel;
