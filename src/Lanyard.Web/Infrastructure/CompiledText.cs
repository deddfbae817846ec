using System.Collections.Immutable;
using Lanyard.Decisions;
using Lanyard.Decisions.Scenarios;
using Lanyard.Decisions.Understanding;
using Lanyard.Policy.Compilation;

namespace Lanyard.Web.Infrastructure;

/// <summary>A text of a policy with what was made of it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Result">What compiling it gave, errors included.</param>
/// <param name="Decider">Answers questions; <see langword="null"/> if the text has errors.</param>
public sealed record CompiledText(string Text, CompilationResult Result, Decider? Decider)
{
    /// <summary>The compiled policy; <see langword="null"/> if the text has errors.</summary>
    public CompiledPolicy? Policy => Result.Policy;

    // Each is worked out once, when it is first asked for: the editor asks for no listener.
    private readonly Lazy<ImmutableArray<ScenarioOutcome>> _outcomes =
        new(() => Result.Policy is { } policy ? new ScenarioRunner(policy).Run() : []);

    private readonly Lazy<Listener?> _listener = new(() => Result.Policy is { } policy ? new(policy) : null);

    private Coverage? _coverage;

    /// <summary>Understands questions in free English; <see langword="null"/> if the text has errors.</summary>
    public Listener? Listener => _listener.Value;

    /// <summary>Which statements its examples prove, worked out once.</summary>
    /// <exception cref="InvalidOperationException">The text has errors.</exception>
    public Coverage Coverage => _coverage ??= Coverage.Of(Result.Policy ?? throw new InvalidOperationException(
        "A text with errors covers nothing. Ask for its policy first."), Outcomes);

    /// <summary>How its examples come out, worked out once; empty if the text has errors.</summary>
    public ImmutableArray<ScenarioOutcome> Outcomes => _outcomes.Value;

    /// <summary>How many of its examples come out otherwise than it says.</summary>
    public int Failing => Outcomes.Count(outcome => !outcome.Passed);

    /// <summary>The content hash of the text, whether it compiles or not.</summary>
    public string Hash => Result.Bound.Document.ContentHash;
}
