using Lanyard.Domain.Situations;
using Lanyard.Policy.Binding.Statements;

namespace Lanyard.Policy.Analysis;

/// <summary>Two statements that demand opposite things of one situation.</summary>
/// <param name="Stricter">The one that forbids or advises against it, and holds.</param>
/// <param name="Other">The one that would allow it.</param>
/// <param name="Witness">The smallest situation in which they do.</param>
/// <param name="Description">The witness in words.</param>
public sealed record PolicyConflict(Statement Stricter, Statement Other, Situation Witness, string Description);
