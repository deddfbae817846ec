using Lanyard.Records;
using Lanyard.Records.Checkpoints;
using Lanyard.Web.Features.Checkpoints.SendCheckpoints;
using Lanyard.Web.Features.Checkpoints.Witnessing;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Web.Features.Checkpoints;

/// <summary>Sets up what makes checkpoints and sends them out.</summary>
internal static class CheckpointServices
{
    public static void AddCheckpoints(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton<CheckpointBook>();
        services.AddSingleton<CheckpointPost>();
        services.AddSingleton<CheckpointRounds>();
        services.AddSingleton<WitnessClient>();
        services.AddSingleton(provider => new WitnessDesk(provider.GetRequiredService<RecordBook>(),
            options.WitnessedRecords, provider.GetRequiredService<TimeProvider>()));
    }
}
