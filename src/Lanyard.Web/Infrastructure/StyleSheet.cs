using System.Reflection;
using System.Security.Cryptography;

namespace Lanyard.Web.Infrastructure;

/// <summary>The style sheet, served from the program under an address that names its content, so that a browser may keep it.</summary>
public static class StyleSheet
{
    private static readonly byte[] Css = Read();

    /// <summary>Its address.</summary>
    public static string Address { get; } = $"/lanyard-{Convert.ToHexStringLower(SHA256.HashData(Css))[..12]}.css";

    /// <summary>Serves it, and the icon.</summary>
    public static void MapStyleSheet(this WebApplication app)
    {
        app.MapGet(Address, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(Css, "text/css; charset=utf-8");
        }).AllowAnonymous();
        app.MapGet("/icon.svg", () => Results.Text(Icon, "image/svg+xml")).AllowAnonymous();
    }

    private const string Icon = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M8 2l8 12 8-12" fill="none" stroke="#14504a" stroke-width="4"/><rect x="7" y="13" width="18" height="17" rx="3" fill="#14504a"/><path d="M11 21l4 4 7-8" fill="none" stroke="#f2b84b" stroke-width="3"/></svg>""";

    private static byte[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("lanyard.css")!; // the build puts it in
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
