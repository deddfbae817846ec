using Lanyard.Decisions;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Ask;

/// <summary>What one policy says.</summary>
/// <param name="File">The policy.</param>
/// <param name="Text">Its text in force.</param>
/// <param name="Decision">What it says.</param>
/// <param name="School">The school whose own rules these are; <see langword="null"/> if they are everybody's.</param>
public sealed record PolicyAnswer(PolicyFile File, CompiledText Text, Decision Decision, string? School);
