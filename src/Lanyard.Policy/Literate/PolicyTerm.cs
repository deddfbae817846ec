using Lanyard.Policy.Text;

namespace Lanyard.Policy.Literate;

/// <summary>A word of the organisation's own, and the words of the vocabulary that it stands for.</summary>
/// <param name="Term">The organisation's word.</param>
/// <param name="Meaning">The words of the vocabulary.</param>
/// <param name="Where">Where the meaning stands.</param>
public sealed record PolicyTerm(string Term, string Meaning, SourceSpan Where);
