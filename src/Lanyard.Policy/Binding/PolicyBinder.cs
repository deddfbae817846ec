using System.Collections.Immutable;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding.Scenarios;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Literate;
using Lanyard.Policy.Syntax;

namespace Lanyard.Policy.Binding;

/// <summary>Resolves every statement and scenario of a policy; each mistake is reported once and the rest goes on.</summary>
internal sealed class PolicyBinder
{
    private readonly LiteratePolicy _document;
    private readonly Phrasebook _book;
    private readonly ImmutableHashSet<string> _clauses;
    private readonly List<Diagnostic> _diagnostics;
    private readonly List<Statement> _statements = [];
    private readonly List<Scenario> _scenarios = [];

    public PolicyBinder(LiteratePolicy document, Lexicon lexicon)
    {
        _document = document;
        _diagnostics = [.. document.Diagnostics];
        _clauses = [.. document.Clauses.Select(clause => clause.Id)];
        var terms = document.FrontMatter.Terms.AddRange(DefinedTerms());
        lexicon = lexicon.WithJudged(JudgedConditions());
        var vocabulary = new Phrasebook(lexicon, []);
        var meaningful = terms.Where(term => vocabulary.Means(term.Meaning)).ToImmutableArray();
        _diagnostics.AddRange(terms.Except(meaningful).Select(term => new TermMeansNothing(term.Where, term.Term, term.Meaning, Names(lexicon))));
        _diagnostics.AddRange(TermCheck.Collisions(vocabulary, meaningful));
        _book = new(lexicon, meaningful, document.FrontMatter.Organisation);
        _diagnostics.AddRange(JudgedTokens().Select(Sayable).OfType<Diagnostic>());
    }

    public BoundPolicy Bind()
    {
        foreach (var clause in _document.Clauses)
        {
            foreach (var block in clause.Blocks)
            {
                BindBlock(clause, block);
            }

            if (NeedsStatement(clause) && !HasUnknownBlock(clause) && !clause.Blocks.Any(block => block.Kind is BlockKind.Policy or BlockKind.Proposed))
            {
                _diagnostics.Add(new ClauseWithoutStatement(clause.Where, clause.Id));
            }
        }

        return new(_document, _book, [.. _statements], [.. _scenarios], [.. _diagnostics.OrderBy(diagnostic => diagnostic.Where.Start)]);
    }

    private void BindBlock(LiterateClause clause, LiterateBlock block)
    {
        switch (block.Kind)
        {
            case BlockKind.Policy:
                foreach (var sentence in SentenceReader.Read(block.Content))
                {
                    BindStatement(clause, sentence);
                }

                break;
            case BlockKind.Scenario:
                BindScenarios(clause, SentenceReader.Read(block.Content));
                break;
            case BlockKind.Proposed:
                break; // reported already: it waits for a person
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block.Kind, "There is no such kind of block.");
        }
    }

    private void BindStatement(LiterateClause clause, Sentence sentence)
    {
        if (IsTooLong(sentence))
        {
            return;
        }

        var ordinal = _statements.Count(statement => statement.Clause == clause.Id) + 1;
        var source = new StatementSource(clause.Id, ordinal, sentence.Where, sentence.Text);
        if (new StatementBinder(new(_book, sentence), source, _diagnostics).Bind() is { } statement)
        {
            _statements.Add(statement);
        }
    }

    private void BindScenarios(LiterateClause clause, ImmutableArray<Sentence> sentences)
    {
        for (var at = 0; at < sentences.Length;)
        {
            var told = sentences[at++];
            var expectations = ImmutableArray.CreateBuilder<Expectation>();
            var isBroken = false;
            for (; at < sentences.Length && sentences[at].Tokens is [{ Kind: TokenKind.Arrow }, ..]; at++)
            {
                if (IsTooLong(sentences[at]))
                {
                    isBroken = true;
                }
                else if (ExpectationReader.Read(sentences[at], _clauses, _diagnostics) is { } expectation)
                {
                    expectations.Add(expectation);
                }
                else
                {
                    isBroken = true;
                }
            }

            if (IsTooLong(told))
            {
                continue;
            }

            if (told.Stop is null)
            {
                _diagnostics.Add(new MissingFullStop(told.Where.Source.Span(told.Where.End - 1, 1)));
            }
            else if (new SubjectParser(_book, told, today: DateOnly.MaxValue, _diagnostics).Subject() is { } subject)
            {
                AddScenario(new(clause.Id, told.Where, told.Text, subject, expectations.ToImmutable()), isBroken);
            }
        }
    }

    // Nobody can read such a sentence, and following all its readings would take minutes, or more stack than there is.
    private bool IsTooLong(Sentence sentence)
    {
        if (sentence.Where.Length <= SentenceTooLong.Longest)
        {
            return false;
        }

        _diagnostics.Add(new SentenceTooLong(sentence.Where));
        return true;
    }

    private void AddScenario(Scenario scenario, bool isBroken)
    {
        if (scenario.Expectations.IsEmpty && !isBroken)
        {
            _diagnostics.Add(new ScenarioWithoutExpectation(scenario.Where));
        }

        _scenarios.Add(scenario);
    }

    // A misspelt block has been reported already; its clause is not reported again for lacking it.
    private bool HasUnknownBlock(LiterateClause clause)
    {
        var next = _document.Clauses.FirstOrDefault(other => other.Where.Start > clause.Where.Start)?.Where.Start ?? int.MaxValue;
        return _document.Diagnostics.Any(diagnostic => diagnostic is UnknownBlock && clause.Where.Start < diagnostic.Where.Start && diagnostic.Where.Start < next);
    }

    private bool NeedsStatement(LiterateClause clause) =>
        !clause.Prose.IsEmpty || !_document.Clauses.SkipWhile(other => other != clause).Skip(1).Take(1).Any(next => next.Level > clause.Level);

    private IEnumerable<PolicyTerm> DefinedTerms() =>
        from clause in _document.Clauses
        from block in clause.Blocks
        where block.Kind == BlockKind.Policy
        from sentence in SentenceReader.Read(block.Content)
        where sentence.Where.Length <= SentenceTooLong.Longest
        let term = GovernanceBinder.TermOf(sentence)
        where term is not null
        select new PolicyTerm(term.Value.Term, term.Value.Meaning, term.Value.Where.Where);

    private IEnumerable<string> JudgedConditions() =>
        JudgedTokens().Select(token => token.Text).Where(text => text.Any(char.IsLetter));

    // What stands between quotation marks in a rule. Elsewhere it is the title of a document, or a word that is
    // explained.
    private IEnumerable<Token> JudgedTokens() =>
        from clause in _document.Clauses
        from block in clause.Blocks
        where block.Kind == BlockKind.Policy
        from sentence in SentenceReader.Read(block.Content)
        where !StartsWith(sentence, "this", "policy") && !StartsWith(sentence, "in", "this", "policy")
            && !StartsWith(sentence, "advise")
        from token in sentence.Tokens
        where token.Kind == TokenKind.Quoted
        select token;

    private static bool StartsWith(Sentence sentence, params string[] words) =>
        sentence.Tokens.Take(words.Length).Select(token => token.Text).SequenceEqual(words);

    // A machine asks better about what the language can say, and finds its conflicts.
    private ConditionInWords? Sayable(Token token)
    {
        var words = _book.Plain(token.Text);
        var reached = 0;
        var said = _book.Clauses.At(words.AsSpan(), 0, ref reached).Exists(match => match.Words.Length == words.Length);
        return said ? new(token.Where, token.Text) : null;
    }

    private static ImmutableArray<string> Names(Lexicon lexicon) => [.. lexicon.Concepts.SelectMany(concept => concept.Phrases.Prepend(concept.Name)).Distinct()];
}
