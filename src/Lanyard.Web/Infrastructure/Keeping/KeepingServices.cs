using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Lanyard.Web.Infrastructure.Keeping;

/// <summary>Sets up what keeps the records in order.</summary>
internal static class KeepingServices
{
    public static void AddKeeping(this IServiceCollection services)
    {
        services.AddSingleton<Readiness>();
        services.AddSingleton<RecordState>();
        services.AddSingleton<RecordChecks>();
        services.AddSingleton<Sweep>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, SealedProtectionKeys>();
        services.AddHostedService<Housekeeping>();
    }
}
