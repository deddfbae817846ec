namespace Lanyard.Web.Demonstration;

/// <summary>A clock that stands at a moment of the demonstration's made-up past.</summary>
internal sealed class DemonstrationClock(DateTimeOffset moment) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => moment;
}
