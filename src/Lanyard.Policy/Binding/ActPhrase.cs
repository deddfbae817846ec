using Lanyard.Domain.Vocabulary;

namespace Lanyard.Policy.Binding;

/// <summary>A phrase for something that is done, in one form of its verb.</summary>
internal sealed record ActPhrase(Concept Concept, VerbForm Form);
