namespace Lanyard.Domain.Vocabulary;

/// <summary>The vocabulary file itself is wrong, which only its authors can mend.</summary>
/// <param name="line">The line, counted from one.</param>
/// <param name="problem">What is wrong with it.</param>
public sealed class VocabularyException(int line, string problem)
    : Exception($"Cannot read the vocabulary: line {line}: {problem}. Mend src/Lanyard.Domain/Vocabulary/vocabulary.txt.")
{
    /// <summary>The line, counted from one.</summary>
    public int Line { get; } = line;
}
