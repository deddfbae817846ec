using Lanyard.Domain.Organisations;

namespace Lanyard.Domain.People;

/// <summary>A role that a person holds, in one school or in the whole organisation.</summary>
/// <param name="Role">The role, by its name in the vocabulary, such as "designated safeguarding lead".</param>
/// <param name="School">The school; <see langword="null"/> for the whole organisation.</param>
/// <param name="IsDeputy">Whether the person stands in for whoever holds the role.</param>
public sealed record RoleHeld(string Role, SchoolId? School, bool IsDeputy = false);
