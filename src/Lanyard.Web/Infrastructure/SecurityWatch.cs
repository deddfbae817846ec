using Lanyard.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Routing;

namespace Lanyard.Web.Infrastructure;

/// <summary>Lets the security log see who signs in and out, and who is refused what.</summary>
internal static class SecurityWatch
{
    private const string RefusedPage = "/refused";

    public static void AddSecurityLog(this IServiceCollection services)
    {
        services.AddSingleton<SecurityLog>();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .PostConfigure<SecurityLog>(Watch);
    }

    /// <summary>Notes what is refused, within the routes, so that a route is named and not what stood in an
    /// address.</summary>
    public static void UseSecurityLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<SecurityLog>();
        log.Follow(app.Services.GetRequiredService<Records.RecordBook>());
        app.Use(async (context, next) =>
        {
            await next(context);
            if (IsRefused(context.Response) && context.Features.Get<IStatusCodeReExecuteFeature>() is null)
            {
                log.Refused(context.User, RouteOf(context), context.Response.StatusCode);
            }
        });
    }

    private static void Watch(CookieAuthenticationOptions options, SecurityLog log)
    {
        var (signedIn, signingOut) = (options.Events.OnSignedIn, options.Events.OnSigningOut);
        options.Events.OnSignedIn = context =>
        {
            log.SignedIn(context.Principal);
            return signedIn(context);
        };
        options.Events.OnSigningOut = context =>
        {
            if (context.HttpContext.User.Identity?.IsAuthenticated == true) // signing in ends whatever was there before
            {
                log.SignedOut(context.HttpContext.User);
            }

            return signingOut(context);
        };
    }

    // A page sends those it refuses to another page, which says so.
    private static bool IsRefused(HttpResponse response) => response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden =>
            response.HttpContext.Request.Path != RefusedPage,
        StatusCodes.Status302Found =>
            response.Headers.Location.ToString().Contains($"{RefusedPage}?", StringComparison.Ordinal),
        _ => false,
    };

    private static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText
        ?? "-";
}
