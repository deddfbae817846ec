using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Lanyard.Web.Infrastructure;

/// <summary>A file that the program serves from within itself, under an address that names its content, so that a browser may keep it.</summary>
public sealed class BuiltInFile
{
    private const string Icon = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M8 2l8 12 8-12" fill="none" stroke="#14504a" stroke-width="4"/><rect x="7" y="13" width="18" height="17" rx="3" fill="#14504a"/><path d="M11 21l4 4 7-8" fill="none" stroke="#f2b84b" stroke-width="3"/></svg>""";

    private readonly byte[] _content;
    private readonly string _type;

    // Each is made once, when a browser first asks for it so.
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    private BuiltInFile(string name, string type)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is missing from this build.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        (_content, _type) = (bytes.ToArray(), type);
        _brotli = new(() => Compressed(to => new BrotliStream(to, CompressionLevel.SmallestSize)));
        _gzip = new(() => Compressed(to => new GZipStream(to, CompressionLevel.SmallestSize)));
        Address = $"/{Path.GetFileNameWithoutExtension(name)}-{Convert.ToHexStringLower(SHA256.HashData(_content))[..12]}{Path.GetExtension(name)}";
    }

    /// <summary>The style of every page.</summary>
    public static BuiltInFile StyleSheet { get; } = new("lanyard.css", "text/css; charset=utf-8");

    /// <summary>Makes and shows passkeys, which browsers offer to scripts only.</summary>
    public static BuiltInFile PasskeyScript { get; } = new("passkey.js", "text/javascript; charset=utf-8");

    /// <summary>Checks a draft while it is being written. The page works without it.</summary>
    public static BuiltInFile EditorScript { get; } = new("editor.js", "text/javascript; charset=utf-8");

    /// <summary>Leaves a page at once. The link that it serves works without it.</summary>
    public static BuiltInFile ExitScript { get; } = new("exit.js", "text/javascript; charset=utf-8");

    /// <summary>Its address.</summary>
    public string Address { get; }

    /// <summary>Serves all of them, and the icon.</summary>
    public static void MapAll(WebApplication app)
    {
        foreach (var file in new[] { StyleSheet, PasskeyScript, EditorScript, ExitScript })
        {
            app.MapGet(file.Address, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Results.Bytes(file.For(context), file._type);
            }).AllowAnonymous();
        }

        app.MapGet("/icon.svg", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=86400"; // its address does not name its content
            return Results.Text(Icon, "image/svg+xml");
        }).AllowAnonymous();
    }

    // As the browser takes it best. These files are the same for everybody, so their length tells nobody's secret.
    private byte[] For(HttpContext context)
    {
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        var (name, content) = Takes(accepted, "br") ? ("br", _brotli.Value) : Takes(accepted, "gzip") ? ("gzip", _gzip.Value)
            : ("", _content);
        context.Response.Headers.Vary = "Accept-Encoding";
        if (name.Length > 0)
        {
            context.Response.Headers.ContentEncoding = name;
        }

        return content;
    }

    private static bool Takes(IEnumerable<StringWithQualityHeaderValue> accepted, string name) =>
        accepted.Any(each => each.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && each.Quality != 0);

    private byte[] Compressed(Func<Stream, Stream> compress)
    {
        using var small = new MemoryStream();
        using (var stream = compress(small))
        {
            stream.Write(_content);
        }

        return small.ToArray();
    }
}
