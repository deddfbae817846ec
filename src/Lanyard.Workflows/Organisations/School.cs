using Lanyard.Domain.Organisations;

namespace Lanyard.Workflows.Organisations;

/// <summary>A school of an organisation.</summary>
public sealed record School(SchoolId Id, string Name);
