using Lanyard.Domain.Situations;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Syntax;

namespace Lanyard.Policy.Binding.Scenarios;

/// <summary>Reads a sentence that tells who does what.</summary>
public static class SituationSentence
{
    /// <summary>Reads it in the words of a policy.</summary>
    /// <param name="book">The phrases that may be used.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="today">The day, on which the minimum ages of platforms depend.</param>
    /// <param name="diagnostics">Takes what is wrong with it.</param>
    /// <returns>The situation, or <see langword="null"/> if it could not be read.</returns>
    public static Situation? Read(Phrasebook book, Sentence sentence, DateOnly today, ICollection<Diagnostic> diagnostics)
    {
        if (sentence.Tokens.IsEmpty)
        {
            diagnostics.Add(new NotASituation(sentence.Where));
            return null;
        }

        return new SubjectParser(book, sentence, today, diagnostics).Situation();
    }
}
