using Lanyard.Domain.Organisations;

namespace Lanyard.Records;

/// <summary>The clock is behind what has been written.</summary>
/// <param name="organisation">Where.</param>
/// <param name="now">What the clock says.</param>
/// <param name="last">When the last entry was written, by the clock of then.</param>
public sealed class ClockBehindEventArgs(OrganisationId organisation, DateTimeOffset now, DateTimeOffset last)
    : EventArgs
{
    /// <summary>Where.</summary>
    public OrganisationId Organisation => organisation;

    /// <summary>What the clock says.</summary>
    public DateTimeOffset Now => now;

    /// <summary>When the last entry was written, by the clock of then.</summary>
    public DateTimeOffset Last => last;
}
