namespace Lanyard.Policy.Binding.Statements;

/// <summary>What the policy means by a word.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Term">The policy's word.</param>
/// <param name="Meaning">The words of the vocabulary that it stands for.</param>
public sealed record Definition(StatementSource Source, string Term, string Meaning) : Governance(Source);
