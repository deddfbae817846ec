using System.Collections.Immutable;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding.Scenarios;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Literate;

namespace Lanyard.Policy.Binding;

/// <summary>A policy whose every word has been resolved to the vocabulary.</summary>
/// <param name="Document">The file it came from.</param>
/// <param name="Book">The phrases it may use.</param>
/// <param name="Statements">Its statements, in order.</param>
/// <param name="Scenarios">Its scenarios, in order.</param>
/// <param name="Diagnostics">What could not be resolved, and what was wrong before.</param>
public sealed record BoundPolicy(
    LiteratePolicy Document,
    Phrasebook Book,
    ImmutableArray<Statement> Statements,
    ImmutableArray<Scenario> Scenarios,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Resolves the words of a policy.</summary>
    /// <param name="document">The policy, taken apart.</param>
    /// <param name="lexicon">The vocabulary.</param>
    public static BoundPolicy From(LiteratePolicy document, Lexicon lexicon) => new PolicyBinder(document, lexicon).Bind();
}
