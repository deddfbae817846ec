using Lanyard.Policy.Text;

namespace Lanyard.Web.Features.Policies.EditDraft;

/// <summary>Something in a text that should be put right.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Help">What can be done about it; empty if the words say it already.</param>
/// <param name="Code">The code of the diagnostic, which has a page of its own; <see langword="null"/> for an example that comes out otherwise.</param>
public sealed record DraftProblem(SourceSpan Where, string What, string Help, string? Code);
