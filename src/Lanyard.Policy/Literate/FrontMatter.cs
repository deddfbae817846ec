using System.Collections.Immutable;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Literate;

/// <summary>The facts about a document that stand at its top.</summary>
/// <param name="Where">The line that opens it, for messages about what it lacks.</param>
/// <param name="Policy">The title of the policy.</param>
/// <param name="Organisation">Whose policy it is.</param>
/// <param name="Version">The version in the file.</param>
/// <param name="History">What happened to it, oldest first.</param>
/// <param name="Reviewed">When it was last reviewed.</param>
/// <param name="Terms">The words of the organisation, and the words of the vocabulary that they stand for.</param>
public sealed record FrontMatter(
    SourceSpan Where,
    string Policy,
    string Organisation,
    string Version,
    ImmutableArray<PolicyVersion> History,
    CalendarMonth? Reviewed,
    ImmutableArray<PolicyTerm> Terms);
