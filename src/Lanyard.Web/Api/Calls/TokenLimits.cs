using System.Threading.RateLimiting;

namespace Lanyard.Web.Api.Calls;

/// <summary>How often a token may be used.</summary>
internal sealed class TokenLimits : IDisposable
{
    /// <summary>How many calls may come at once.</summary>
    public const int AtOnce = 120;

    private const int PerSecond = 10;

    private readonly PartitionedRateLimiter<Guid> _limits = PartitionedRateLimiter.Create<Guid, Guid>(token =>
        RateLimitPartition.GetTokenBucketLimiter(token, _ => new() { TokenLimit = AtOnce, TokensPerPeriod = PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) }));

    /// <summary>Asks for one call.</summary>
    public RateLimitLease Take(Guid token) => _limits.AttemptAcquire(token);

    public void Dispose() => _limits.Dispose();
}
