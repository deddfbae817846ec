using Lanyard.Domain.Organisations;

namespace Lanyard.Workflows.People.Import;

/// <summary>A kind of people in a place, of which a file tells.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="School">The school; <see langword="null"/> for the whole organisation.</param>
public sealed record ScopePlace(PersonKind Kind, SchoolId? School);
