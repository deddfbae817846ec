using System.Collections.Immutable;
using Lanyard.Domain.People;
using Lanyard.Workflows.Policies;

namespace Lanyard.Workflows.Notices;

/// <summary>What the registers hold about a policy that somebody may have to be told of.</summary>
/// <param name="File">The policy.</param>
/// <param name="Review">When the version in force is next reviewed; <see langword="null"/> without such a version, or where it names no review.</param>
/// <param name="Owing">Those whom the version in force asks to accept it and who have not.</param>
/// <param name="Answered">Those who have answered the consultation on its draft.</param>
public sealed record NoticePolicy(PolicyFile File, ReviewCalendar? Review, ImmutableArray<PersonId> Owing, ImmutableArray<PersonId> Answered);
