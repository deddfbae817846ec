using System.Collections.Immutable;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Binding.Scenarios;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Literate;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Compilation;

/// <summary>A policy ready to be asked. Immutable, so safe to share between threads.</summary>
public sealed class CompiledPolicy
{
    internal CompiledPolicy(BoundPolicy bound, ImmutableArray<Rule> rules)
    {
        (Document, Book, Statements, Scenarios, Rules) = (bound.Document, bound.Book, bound.Statements, bound.Scenarios, rules);
        Phrasing = new(bound.Book);
        Table = new(bound.Book.Lexicon, rules);
    }

    /// <summary>The file it came from.</summary>
    public LiteratePolicy Document { get; }

    /// <summary>The phrases it may use.</summary>
    public Phrasebook Book { get; }

    /// <summary>How it says things.</summary>
    public Phrasing Phrasing { get; }

    /// <summary>The vocabulary.</summary>
    public Lexicon Lexicon => Book.Lexicon;

    /// <summary>Its statements, in order.</summary>
    public ImmutableArray<Statement> Statements { get; }

    /// <summary>Its scenarios, in order.</summary>
    public ImmutableArray<Scenario> Scenarios { get; }

    /// <summary>What its statements say in which cases.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>The same rules, arranged so that those that fit a situation are found at once.</summary>
    public RuleTable Table { get; }

    /// <summary>The hash of its text, which every decision names.</summary>
    public string ContentHash => Document.ContentHash;

    /// <summary>The same policy in another vocabulary, so that it can be compared with one that leaves other
    /// conditions to a person.</summary>
    /// <param name="lexicon">A vocabulary that knows every word of this one.</param>
    public CompiledPolicy In(Lexicon lexicon) =>
        // it compiled, and so it does again
        lexicon == Lexicon ? this : Compile(Document.Source, lexicon).Policy ?? this;

    /// <summary>Compiles a policy, or says everything that is wrong with it.</summary>
    /// <param name="path">The path to show in messages.</param>
    /// <param name="text">The text of the policy.</param>
    public static CompilationResult Compile(string path, string text) => Compile(new(path, text), Lexicon.Shipped);

    /// <summary>Compiles a policy with a vocabulary, or says everything that is wrong with it.</summary>
    public static CompilationResult Compile(SourceText source, Lexicon lexicon) =>
        new Compiler(BoundPolicy.From(LiteratePolicy.From(source), lexicon)).Compile();
}
