using System.Reflection;
using System.Security.Cryptography;

namespace Lanyard.Web.Accounts;

/// <summary>The one script there is: browsers offer passkeys to scripts only. Its address names its content, so that a browser may keep it.</summary>
public static class PasskeyScript
{
    private static readonly byte[] Script = Read();

    /// <summary>Its address.</summary>
    public static string Address { get; } = $"/passkey-{Convert.ToHexStringLower(SHA256.HashData(Script))[..12]}.js";

    /// <summary>Serves it.</summary>
    public static void MapPasskeyScript(this WebApplication app) => app.MapGet(Address, (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(Script, "text/javascript; charset=utf-8");
    }).AllowAnonymous();

    private static byte[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("passkey.js")!; // the build puts it in
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
