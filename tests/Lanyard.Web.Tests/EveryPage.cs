using System.Text.RegularExpressions;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Domain.Policies;
using Lanyard.Records;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace Lanyard.Web.Tests;

/// <summary>The pages there are, made from the routes, so that a new page is among them.</summary>
internal static partial class EveryPage
{
    /// <summary>The route of each page.</summary>
    public static IEnumerable<RouteEndpoint> Of(RunningServer server) => server.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null);

    /// <summary>Its address, about some objects.</summary>
    public static string Address(RouteEndpoint page, Objects objects)
    {
        var address = page.RoutePattern.RawText!; // a page has a route
        address = OrganisationPart().Replace(address, objects.Organisation.ToString());
        var id = address.StartsWith("people", StringComparison.Ordinal) ? $"{objects.Person}" : $"{objects.Policy}";
        var other = address.StartsWith("status", StringComparison.Ordinal) ? "404" : new string('0', 32);
        return "/" + OtherPart().Replace(IdPart().Replace(address, id), other).TrimStart('/');
    }

    /// <summary>Objects of the demonstration.</summary>
    public static async Task<Objects> OwnAsync(RunningServer server, CancellationToken cancel)
    {
        var all = await server.Book.Store.OrganisationsAsync(cancel);
        var organisation = all.First(id => id != Installation.Partition);
        var person = (await server.Book.ListAsync<Person>(organisation, cancel))[0].Value.Id;
        return new(organisation, person, (await server.Book.ListAsync<PolicyFile>(organisation, cancel))[0].Value.Id);
    }

    /// <summary>What pages are about.</summary>
    internal sealed record Objects(OrganisationId Organisation, PersonId Person, PolicyId Policy);

    [GeneratedRegex(@"\{organisation[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex OrganisationPart();

    [GeneratedRegex(@"\{id[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex IdPart();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex OtherPart();
}
