namespace Lanyard.Web.Infrastructure;

/// <summary>Sets telemetry up.</summary>
internal static class TelemetryServices
{
    public static void AddTelemetry(this IServiceCollection services) => services.AddHostedService<Telemetry>();
}
