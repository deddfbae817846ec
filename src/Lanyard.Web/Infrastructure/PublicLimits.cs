using System.Threading.RateLimiting;
using Lanyard.Accounts;

namespace Lanyard.Web.Infrastructure;

/// <summary>How often anybody may ask without an account: from one place, of one organisation in a day, and in
/// all.</summary>
internal static class PublicLimits
{
    private const int AtOnceFromOnePlace = 60; // a class behind one address
    private const int AtOnceInAll = 300;
    private const int InAllPerSecond = 30;
    private const int OfOneOrganisationInADay = 20_000;

    /// <summary>The limits, in the order in which they are asked.</summary>
    public static IReadOnlyList<PartitionedRateLimiter<HttpContext>> All() =>
    [
        Of(context =>
            RateLimitPartition.GetTokenBucketLimiter($"public {ClientPlace.Of(context)}",
            _ => Bucket(AtOnceFromOnePlace, perSecond: 1))),
        Of(context =>
            RateLimitPartition.GetFixedWindowLimiter($"public {context.Request.Path}".ToUpperInvariant(),
            _ => new() { PermitLimit = OfOneOrganisationInADay, Window = TimeSpan.FromDays(1) })),
        Of(_ => RateLimitPartition.GetTokenBucketLimiter("public", _ => Bucket(AtOnceInAll, InAllPerSecond))),
    ];

    private static TokenBucketRateLimiterOptions Bucket(int atOnce, int perSecond) =>
        new() { TokenLimit = atOnce, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) };

    private static PartitionedRateLimiter<HttpContext> Of(Func<HttpContext, RateLimitPartition<string>> partition) =>
        PartitionedRateLimiter.Create<HttpContext,
            string>(context => IsQuestion(context.Request) ? partition(context) : RateLimitPartition.GetNoLimiter(""));

    private static bool IsQuestion(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
            && request.Path.StartsWithSegments("/public", StringComparison.OrdinalIgnoreCase);
}
