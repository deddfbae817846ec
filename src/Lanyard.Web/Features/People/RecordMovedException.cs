using Lanyard.Domain.Organisations;

namespace Lanyard.Web.Features.People;

/// <summary>Something was written between deciding and writing, so what was decided is decided again.</summary>
internal sealed class RecordMovedException(OrganisationId organisation) : Exception($"The record of organisation {organisation} went on while a step was decided. Decide it again.");
