using Lanyard.Domain.Organisations;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Web.Features.Contacts;

/// <summary>The address of help. It names nothing but the organisation whose page somebody is on.</summary>
public static class HelpAddress
{
    /// <summary>The address without an organisation.</summary>
    public const string Anywhere = "/contacts";

    /// <summary>A place outside that says nothing of a person who goes there.</summary>
    public const string Exit = "https://www.bbc.co.uk/weather";

    /// <summary>The address of help from a page.</summary>
    public static string From(HttpContext http, Who? who) =>
        who is null && OrganisationOf(http, who: null) is { } organisation ? $"{Anywhere}/{organisation}" : Anywhere;

    /// <summary>Whose help a page shows: the person's own, or of whom the page is; otherwise it is not known.</summary>
    public static OrganisationId? OrganisationOf(HttpContext http, Who? who) =>
        who?.At ?? (Guid.TryParse(http.Request.RouteValues["organisation"] as string, out var organisation)
            ? new OrganisationId(organisation) : null);
}
