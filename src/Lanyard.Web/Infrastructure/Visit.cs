using System.Security.Claims;
using Lanyard.Accounts;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Demonstration;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Infrastructure;

/// <summary>One request: who makes it, and what they may do.</summary>
public sealed class Visit(IHttpContextAccessor http, RecordBook book, ServerOptions server, TimeProvider clock)
{
    private (ClaimsPrincipal User, Who? Who)? _found;

    /// <summary>Today, in the United Kingdom, where every school day is counted.</summary>
    public DateOnly Today => UkTime.DayOf(clock.GetUtcNow());

    /// <summary>The moment.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Who is signed in; <see langword="null"/> if nobody is, or the person has left.</summary>
    public async Task<Who?> FindAsync(CancellationToken cancel)
    {
        var user = http.HttpContext?.User ?? new ClaimsPrincipal();
        if (_found is { } known && known.User == user)
        {
            return known.Who;
        }

        var who = await ReadAsync(user, cancel);
        _found = (user, who);
        return who;
    }

    /// <summary>Who is signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is: the page lacks its <see cref="NeedsAttribute"/>.</exception>
    public async Task<Who> GetAsync(CancellationToken cancel) =>
        await FindAsync(cancel) ?? throw new InvalidOperationException("Nobody is signed in. Put [Needs(...)] on the page that asked.");

    private async Task<Who?> ReadAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        if (user.Identity?.IsAuthenticated != true
            || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person)
            || !Guid.TryParse(user.FindFirstValue(SignedIn.OrganisationClaim), out var organisation))
        {
            return null;
        }

        var at = new OrganisationId(organisation);
        var found = await book.FindAsync<Organisation>(at, $"organisation/{at}", cancel);
        var who = await book.FindAsync<Person>(at, $"person/{new PersonId(person)}", cancel);
        return found is null || who is null || !who.Value.IsHere(Today) ? null
            : new(found.Value, who.Value, user.HasClaim(SignedIn.SecondFactorClaim, "true") || IsMadeUp(who.Value));
    }

    // The people of the demonstration are made up, and so are their cases: their password counts as both factors. A
    // person with an address of their own is asked as anywhere else, even on such a server.
    private bool IsMadeUp(Person person) =>
        server.IsDemo && person.Details?.Email?.EndsWith(DemonstrationTrust.Domain,
            StringComparison.OrdinalIgnoreCase) == true;
}
