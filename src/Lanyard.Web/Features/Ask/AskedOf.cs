using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Ask;

/// <summary>The policies that somebody asks.</summary>
/// <param name="Policies">The policies in force that may be theirs, with their texts.</param>
/// <param name="School">The school that is meant; empty for any.</param>
/// <param name="SchoolChoices">The schools to choose from; none where no school has rules of its own.</param>
/// <param name="Interviewer">Puts their questions.</param>
public sealed record AskedOf(
    IReadOnlyList<(PolicyFile File, CompiledText Text)> Policies,
    string School,
    IReadOnlyList<FieldChoice> SchoolChoices,
    Interviewer Interviewer)
{
    /// <summary>No policy at all.</summary>
    public static AskedOf Nobody { get; } = new([], "", [], new([], _ => null));
}
