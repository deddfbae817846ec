using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace Lanyard.Web.Infrastructure;

/// <summary>Takes from each span, before it leaves, everything that is not known to be harmless.</summary>
/// <remarks>
/// INVARIANT: an address of a page may hold a link that lets somebody in, an id or a search for a name. So a span tells the
/// route, which stands in the program, and never the address. What is not listed here does not go out, also when a later
/// version of the library adds it.
/// </remarks>
internal sealed class OnlyRoutes : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Harmless = new[]
    {
        "error.type",
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "network.protocol.version",
        "server.address",
        "server.port",
        "url.scheme",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.Where(tag => !Harmless.Contains(tag.Key)).ToList())
        {
            data.SetTag(name, value: null); // takes it away
        }

        foreach (var (name, _) in data.Baggage.ToList())
        {
            data.SetBaggage(name, value: null);
        }

        data.DisplayName = $"{data.GetTagItem("http.request.method")} {data.GetTagItem("http.route")}".Trim();
        data.SetStatus(data.Status); // without its description, which may be the text of an exception
    }
}
