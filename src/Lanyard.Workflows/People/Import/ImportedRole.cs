namespace Lanyard.Workflows.People.Import;

/// <summary>A role as a file has it.</summary>
/// <param name="Text">The role.</param>
/// <param name="School">The school; empty for the whole organisation.</param>
public sealed record ImportedRole(string Text, string School);
