using Lanyard.Web.Infrastructure;

namespace Lanyard.Web.Features.Contacts;

/// <summary>The address of help. It names nothing but the organisation whose page somebody is on.</summary>
public static class HelpAddress
{
    /// <summary>The address without an organisation.</summary>
    public const string Anywhere = "/contacts";

    /// <summary>A place outside that says nothing of whoever goes there.</summary>
    public const string Exit = "https://www.bbc.co.uk/weather";

    /// <summary>The address of help from a page.</summary>
    public static string From(HttpContext http, Who? who) =>
        who is null && http.Request.RouteValues["organisation"] is string text && Guid.TryParse(text, out var organisation) ? $"{Anywhere}/{organisation:N}" : Anywhere;
}
