using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lanyard.Web.Infrastructure;

/// <summary>Asks for a fresh proof before what needs one. A browser that was left open lets nobody add a way
/// in.</summary>
internal sealed class FreshProofFirst(TimeProvider clock) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var isNeeded = context.ActionDescriptor.EndpointMetadata.OfType<NeedsFreshProofAttribute>().Any()
            || context.HandlerMethod?.MethodInfo.GetCustomAttribute<NeedsFreshProofAttribute>() is not null;
        if (isNeeded && !FreshProof.IsIn(http.User, clock.GetUtcNow()))
        {
            // The page itself: what was sent is sent again from there
            context.Result = new LocalRedirectResult(FreshProof.Address(http.Request.Path));
            return;
        }

        await next();
    }
}
