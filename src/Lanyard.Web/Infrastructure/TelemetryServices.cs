using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Lanyard.Web.Infrastructure;

/// <summary>Sets telemetry up: traces and measurements by the OpenTelemetry protocol, if a collector is named.</summary>
/// <remarks>They hold routes and times, never addresses of pages, names or texts: see <see cref="OnlyRoutes"/>.</remarks>
internal static class TelemetryServices
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT"; // the standard's own setting

    /// <summary>Adds what sends traces and measurements, if somebody is to get them.</summary>
    public static void AddTelemetry(this IServiceCollection services, ServerOptions options)
    {
        if (options.Collector is not null || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Endpoint)))
        {
            Begin(services, options.Collector);
        }
    }

    // Apart, so that the library is loaded only where it is used.
    private static void Begin(IServiceCollection services, Uri? collector)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("lanyard"))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddProcessor(new OnlyRoutes()))
            .WithMetrics(measurements => measurements
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation());
        _ = collector is null ? telemetry.UseOtlpExporter() : telemetry.UseOtlpExporter(OtlpExportProtocol.HttpProtobuf, collector);
    }
}
