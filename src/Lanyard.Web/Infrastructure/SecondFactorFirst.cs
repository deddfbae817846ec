using Lanyard.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lanyard.Web.Infrastructure;

/// <summary>
/// Lets nobody whose roles see cases do anything before they have shown a second factor: those without one set it up
/// first, those with one are asked for it.
/// </summary>
/// <remarks>Reporting a concern is never held up.</remarks>
internal sealed class SecondFactorFirst(Visit visit, SecondFactors factors) : IAsyncPageFilter
{
    /// <summary>The page on which a second factor is set up.</summary>
    public const string SetUp = "/account/codes";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (IsGuarded(context.ActionDescriptor.EndpointMetadata)
            && await FirstAsync(context.HttpContext) is { } address)
        {
            context.Result = new LocalRedirectResult(address);
            return;
        }

        await next();
    }

    /// <summary>Whether a page waits for the second factor, by what it says of itself.</summary>
    internal static bool IsGuarded(IEnumerable<object> metadata) =>
        metadata.OfType<NeedsAttribute>().Any(needs => needs.Permission != Permission.ReportConcern)
        && !metadata.OfType<BeforeSecondFactorAttribute>().Any();

    // Where to go first; null where nothing is owed. Most people owe nothing, and for them nothing is read.
    private async Task<string?> FirstAsync(HttpContext http)
    {
        if (await visit.FindAsync(http.RequestAborted) is not { } who || !SecondFactors.AreNeededBy(who.Person))
        {
            return null;
        }

        var wasReset = http.User.HasClaim(SignedIn.OwesSecondFactorClaim, "true");
        if (who.HasSecondFactor && !wasReset)
        {
            return null;
        }

        if (!await factors.HasOneAsync(who.Id, http.RequestAborted))
        {
            return SetUp;
        }

        return who.HasSecondFactor ? null : FreshProof.Address(http.Request.Path);
    }
}
