using System.Globalization;
using System.Threading.RateLimiting;
using Lanyard.Accounts.Tokens;
using Lanyard.Web.Api.Problems;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Web.Api.Calls;

/// <summary>Through which every call goes: not too often, with the scope, by somebody whose roles allow it today.</summary>
internal sealed class ApiDoor : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var token = http.Features.Get<AccessToken>() ?? throw new InvalidOperationException("Somebody came in without a token. The group of the interface must ask for one.");
        using var turn = services.GetRequiredService<TokenLimits>().Take(token.Id);
        if (!turn.IsAcquired)
        {
            var seconds = turn.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return ApiProblems.TooMany.Because($"This token was used too often. Wait {seconds} seconds.");
        }

        var who = await services.GetRequiredService<Visit>().GetAsync(http.RequestAborted);
        if (Refusal(http, token, who) is { } refusal)
        {
            return refusal;
        }

        services.GetRequiredService<ApiCall>().Open(http, who, token);
        return await next(context);
    }

    private static ProblemResult? Refusal(HttpContext http, AccessToken token, Who who)
    {
        var needs = http.GetEndpoint()?.Metadata.GetMetadata<NeedsScope>() ?? throw new InvalidOperationException("An endpoint of the interface does not say which scope it needs.");
        if (needs.Scope is not { } scope)
        {
            return null;
        }

        if (!token.Scopes.Contains(scope.Name))
        {
            http.Response.Headers.WWWAuthenticate = $"Bearer realm=\"Lanyard\", error=\"insufficient_scope\", scope=\"{scope.Name}\"";
            return new(ApiProblems.ScopeMissing.Because($"This needs the scope {scope.Name}.").Answer with { Scope = scope.Name });
        }

        return who.MaySomewhere(scope.Permission) ? null : ApiProblems.NotAllowed.Because("The roles of the token's person do not allow this any more.");
    }
}
