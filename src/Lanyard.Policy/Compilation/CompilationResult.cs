using System.Collections.Immutable;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Policy.Compilation;

/// <summary>What compiling a policy gave.</summary>
/// <param name="Bound">The policy as far as it could be resolved.</param>
/// <param name="Policy">The compiled policy, or <see langword="null"/> if it has errors.</param>
/// <param name="Diagnostics">Everything that is wrong with it, in the order of the text.</param>
public sealed record CompilationResult(BoundPolicy Bound, CompiledPolicy? Policy, ImmutableArray<Diagnostic> Diagnostics);
