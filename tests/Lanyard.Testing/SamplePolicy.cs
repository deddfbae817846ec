using Lanyard.Decisions;
using Lanyard.Decisions.Situations;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Text;

namespace Lanyard.Testing;

/// <summary>Small policies for tests, and what comes of them.</summary>
public static class SamplePolicy
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    /// <summary>A policy whose clause 1 holds these statements.</summary>
    public static string Text(params string[] statements) =>
        $"---\npolicy: Sample\norganisation: Ashfield\nversion: 1\n---\n\n## 1 Conduct\n\n```policy\n{string.Join('\n', statements)}\n```\n";

    public static CompilationResult Compile(string text) => CompiledPolicy.Compile(new SourceText("policy.md", text), Lexicon.Shipped);

    /// <summary>Compiles statements that must compile.</summary>
    public static CompiledPolicy Of(params string[] statements) => Require(Compile(Text(statements)));

    /// <summary>A policy that ships.</summary>
    public static CompiledPolicy Shipped(string name) => Require(Compile(Repository.Read("policies", name)));

    /// <summary>The situation that a sentence tells.</summary>
    public static Situation Told(CompiledPolicy policy, string sentence)
    {
        var read = SituationReader.Read(policy, sentence, Today);
        return read.Situation ?? throw new InvalidOperationException(string.Join('\n', read.Problems.Select(DiagnosticText.Render)));
    }

    public static Decision Decide(CompiledPolicy policy, string sentence) => new Decider(policy).Decide(Told(policy, sentence));

    private static CompiledPolicy Require(CompilationResult result) =>
        result.Policy ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Select(DiagnosticText.Render)));
}
