using Lanyard.Domain.Calendar;

namespace Lanyard.Workflows.Organisations;

/// <summary>The organisation itself: one row.</summary>
public sealed class OrganisationRegister : Register<Organisation>
{
    /// <inheritdoc/>
    public override string Name => "organisation";

    /// <inheritdoc/>
    protected override Organisation? After(Organisation? row, Happening happening) => happening.Event switch
    {
        OrganisationFounded founded => new(founded.Organisation, founded.Name, founded.Kind, founded.Jurisdiction, SchoolCalendar.Unknown),
        CalendarSet set => row! with { Calendar = new(set.Terms, set.Closures) }, // an organisation is founded before anything else is written
        _ => row,
    };
}
