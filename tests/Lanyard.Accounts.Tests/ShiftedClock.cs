namespace Lanyard.Accounts.Tests;

/// <summary>A clock that goes as all do, but may be ahead.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
