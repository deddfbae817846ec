using Lanyard.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lanyard.Web.Infrastructure;

/// <summary>Sends whoever had their second factor reset, and whose roles need one, to set it up before they do anything else.</summary>
/// <remarks>A reset ends every session, so only sessions that began after it carry the claim, and for all others nothing is read.</remarks>
internal sealed class SecondFactorFirst(Visit visit, SecondFactors factors) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await IsOwedAsync(context))
        {
            context.Result = new LocalRedirectResult("/account/codes");
            return;
        }

        await next();
    }

    private async Task<bool> IsOwedAsync(PageHandlerExecutingContext context)
    {
        var metadata = context.ActionDescriptor.EndpointMetadata;
        return context.HttpContext.User.HasClaim(SignedIn.OwesSecondFactorClaim, "true")
            && metadata.OfType<NeedsAttribute>().Any()
            && !metadata.OfType<BeforeSecondFactorAttribute>().Any()
            && await visit.FindAsync(context.HttpContext.RequestAborted) is { } who
            && SecondFactors.AreNeededBy(who.Person)
            && !await factors.HasOneAsync(who.Id, context.HttpContext.RequestAborted);
    }
}
