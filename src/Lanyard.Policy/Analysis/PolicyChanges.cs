using System.Collections.Immutable;

namespace Lanyard.Policy.Analysis;

/// <summary>How two policies differ, statement by statement.</summary>
/// <param name="Statements">The statements that changed, in the order of their clauses.</param>
/// <param name="Others">What differs although no statement that could account for it was changed: words were defined otherwise.</param>
public sealed record PolicyChanges(ImmutableArray<StatementChange> Statements, ImmutableArray<ChangeEffect> Others)
{
    /// <summary>How many sentences about one statement are worth reading.</summary>
    public const int MostEffects = 5;

    /// <summary>Whether both give the same answer to everything, and plan and require the same.</summary>
    public bool IsEmpty => Others.IsEmpty && Statements.All(change => change.IsAboutConduct && change.Effects.IsEmpty);
}
