using Lanyard.Web.Features.Notices.PlanNotices;
using Lanyard.Web.Features.Notices.SendLetters;

namespace Lanyard.Web.Features.Notices;

/// <summary>Sets notices up.</summary>
internal static class NoticeServices
{
    public static void AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<Outbox>();
        services.AddSingleton<NoticeBook>();
        services.AddSingleton<RefusedAddresses>();
        services.AddSingleton<NoticeReader>();
        services.AddSingleton<OwnNotices>();
        services.AddSingleton<SecurityNotices>();
        services.AddSingleton<LetterBell>();
        services.AddSingleton<LetterPost>();
        services.AddHostedService<NoticePlanning>();
        services.AddHostedService<LetterSending>();
    }
}
