using Lanyard.Decisions;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Ask;

/// <summary>What one policy says.</summary>
public sealed record PolicyAnswer(PolicyFile File, CompiledText Text, Decision Decision);
