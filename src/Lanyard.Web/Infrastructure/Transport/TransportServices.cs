using Lanyard.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Infrastructure.Transport;

/// <summary>Sets up by which address the server is reached, and through which proxies.</summary>
internal static class TransportServices
{
    private static readonly PathString[] Probes = ["/health", "/ready"]; // a probe calls a machine by its number

    /// <summary>Adds the proxies that are believed, and how the cookies of the framework are named and guarded.</summary>
    public static void AddTransport(this IServiceCollection services, ServerOptions options)
    {
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear(); // an environment variable of the framework would believe anybody
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in (IEnumerable<System.Net.IPNetwork>)
                [.. TrustedProxies.Read("127.0.0.0/8 ::1"), .. options.TrustedProxies])
            {
                forwarded.KnownIPNetworks.Add(network);
            }

            // Each proxy adds the one that called it, and only those that are believed are passed over.
            forwarded.ForwardLimit = options.TrustedProxies.Count > 0 ? null : 1;
        });
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>()
            .Configure<CookieRules>((form, cookies) => cookies.Guard(form.Cookie, "lanyard-form", SameSiteMode.Strict));
        services.AddOptions<CookieTempDataProviderOptions>()
            .Configure<CookieRules>((kept, cookies) => cookies.Guard(kept.Cookie, "lanyard-done", SameSiteMode.Lax));
    }

    /// <summary>Answers only under the server's own address, and goes by it from here on.</summary>
    public static void UsePublicAddress(this WebApplication app, ServerOptions options)
    {
        var address = options.Public;
        var hosts = options.AllowedHosts.ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (address is not null)
        {
            hosts.Add(address.Host.Host);
        }

        app.Use(async (context, next) =>
        {
            var request = context.Request;
            if (!hosts.Contains(request.Host.Host) && !ListeningAddresses.IsLocal(request.Host.Host)
                && !Probes.Contains(request.Path))
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                await context.Response.WriteAsync("Lanyard does not answer to this address. Somebody who runs it gives it "
                    + "its address with --public-url.\n", context.RequestAborted);
                return;
            }

            if (address is not null)
            {
                (request.Scheme, request.Host) = (address.Scheme, address.Host);
            }

            await next(context);
        });
    }
}
