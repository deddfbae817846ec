using Lanyard.Web.Infrastructure.Transport;

namespace Lanyard.Web.Infrastructure;

/// <summary>The headers that tell a browser to trust nothing but us.</summary>
internal static class SecurityHeaders
{
    private const string Content = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string OnlyHttps = "max-age=31536000; includeSubDomains"; // a year, as ASVS 5 (3.4.1) asks

    public static void UseSecurityHeaders(this WebApplication app, ServerOptions options)
    {
        // Not for a name of this machine: the browser would then refuse all else that answers there by HTTP.
        var isOnlyHttps = options.Public is { IsSecure: true } address && !ListeningAddresses.IsLocal(address.Host.Host);
        app.Use((context, next) =>
        {
            Set(context.Response.Headers);
            if (isOnlyHttps)
            {
                context.Response.Headers.StrictTransportSecurity = OnlyHttps;
            }

            return next(context);
        });
    }

    private static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Content;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store"; // unless what is served says otherwise
    }
}
