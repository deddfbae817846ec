using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Literate;

/// <summary>A policy file taken apart: the facts at its top, and its clauses in order.</summary>
/// <param name="Source">The whole file.</param>
/// <param name="FrontMatter">The facts at its top.</param>
/// <param name="Clauses">Its clauses, in order.</param>
/// <param name="Diagnostics">What is wrong with the shape of the file.</param>
public sealed record LiteratePolicy(
    SourceText Source, FrontMatter FrontMatter, ImmutableArray<LiterateClause> Clauses, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>
    /// The SHA-256 of the file, as lower-case hexadecimal with its algorithm before it. Line endings and a byte order
    /// mark do not count, so that a policy keeps its hash when it is copied from one system to another.
    /// </summary>
    public string ContentHash { get; } =
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Source.Content)));

    /// <summary>Takes a policy file apart.</summary>
    public static LiteratePolicy From(SourceText source) => new LiterateReader(source).Read();
}
