using Lanyard.Policy.Binding.Scenarios;
using Lanyard.Policy.Compilation;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Syntax;
using Lanyard.Policy.Text;

namespace Lanyard.Decisions.Situations;

/// <summary>Reads a situation that somebody tells: a sentence, or a JSON object.</summary>
public static class SituationReader
{
    /// <summary>Reads a situation in the words of a policy.</summary>
    /// <param name="policy">The policy that will be asked.</param>
    /// <param name="told">A sentence such as "A teacher messages a parent.", or a JSON object.</param>
    /// <param name="today">The day, on which the minimum ages of platforms depend.</param>
    public static SituationReadResult Read(CompiledPolicy policy, string told, DateOnly today) =>
        told.AsSpan().TrimStart().StartsWith("{") ? SituationJson.Read(policy, told, today) : ReadSentence(policy, told, today);

    private static SituationReadResult ReadSentence(CompiledPolicy policy, string told, DateOnly today)
    {
        var problems = new List<Diagnostic>();
        var source = new SourceText("situation", told);
        if (told.Length > SentenceTooLong.Longest)
        {
            return new(null, [new SentenceTooLong(source.Span(0, told.Length))]);
        }

        var situation = SituationSentence.Read(policy.Book, Lexer.Read(source.Span(0, source.Content.Length)), today, problems);
        return new(problems.Count == 0 ? situation : null, [.. problems]);
    }
}
