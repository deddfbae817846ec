using Lanyard.Policy.Analysis;
using Lanyard.Policy.Compilation;

namespace Lanyard.Web.Features.Policies;

/// <summary>What changes from one text of a policy to another, as a page shows it.</summary>
/// <param name="Statements">The statements that changed.</param>
/// <param name="Others">What differs although no statement changed that could account for it.</param>
/// <param name="Problem">Why the two cannot be compared; <see langword="null"/> if they can.</param>
public sealed record ChangeList(IReadOnlyList<StatementChange> Statements, IReadOnlyList<ChangeEffect> Others, string? Problem)
{
    /// <summary>How many statements are shown.</summary>
    public const int MostStatements = 40;

    /// <summary>Nothing changes.</summary>
    public static ChangeList None { get; } = new([], [], Problem: null);

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => Statements.Count + Others.Count == 0 && Problem is null;

    /// <summary>Compares two texts.</summary>
    public static ChangeList Of(CompiledPolicy before, CompiledPolicy after)
    {
        try
        {
            var changes = DifferenceAnalysis.ByStatement(before, after);
            return new(changes.Statements, changes.Others, Problem: null);
        }
        catch (AnalysisTooLargeException problem)
        {
            return new([], [], problem.Message);
        }
    }

    /// <summary>The part of it in which somebody in one of some roles may be the one who acts.</summary>
    public ChangeList For(CompiledPolicy policy, ulong roles)
    {
        bool Concerns(ChangeEffect effect) => effect.Atoms.All(atom => atom.Facet != policy.Lexicon.Actor || (atom.Values & roles) != 0);
        return this with
        {
            Statements = [.. Statements.Select(change => change with { Effects = [.. change.Effects.Where(Concerns)] }).Where(change => !change.Effects.IsEmpty)],
            Others = [.. Others.Where(Concerns)],
        };
    }
}
