using System.Collections.Immutable;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.Access;

/// <summary>The last changes to a person's ways of signing in, newest first.</summary>
public sealed record AccessHistory(PersonId Person, ImmutableArray<AccessHistoryLine> Lines);
