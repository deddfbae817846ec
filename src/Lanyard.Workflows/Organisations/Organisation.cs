using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;

namespace Lanyard.Workflows.Organisations;

/// <summary>An organisation as it is now.</summary>
public sealed record Organisation(OrganisationId Id, string Name, OrganisationKind Kind, Jurisdiction Jurisdiction, SchoolCalendar Calendar);
