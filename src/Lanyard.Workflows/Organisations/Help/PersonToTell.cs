using Lanyard.Domain.Organisations;

namespace Lanyard.Workflows.Organisations.Help;

/// <summary>Who to tell at a place.</summary>
/// <param name="School">The school; <see langword="null"/> for the whole organisation.</param>
/// <param name="Who">The person or the post, in words.</param>
/// <param name="Number">Their telephone number; empty if there is none.</param>
public sealed record PersonToTell(SchoolId? School, string Who, string Number);
