using System.Collections.Immutable;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;

namespace Lanyard.Workflows.Organisations;

/// <summary>The terms and closures of an organisation became known.</summary>
public sealed record CalendarSet(OrganisationId Organisation, ImmutableArray<Term> Terms, ImmutableArray<DateOnly> Closures) : Event
{
    /// <inheritdoc/>
    public override string Subject => $"organisation/{Organisation}";
}
