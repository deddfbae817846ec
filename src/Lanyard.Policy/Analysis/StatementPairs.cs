using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Policy.Analysis;

/// <summary>Finds which statements of two policies differ, and which of them is the other reworded.</summary>
internal static class StatementPairs
{
    // Of the words of two statements, so much must be the same in both.
    private const double Alike = 0.4;

    private static readonly char[] Between = [' ', ',', '.', ';', ':'];

    /// <summary>The statements that only one of the policies has, in the order of the second; each with the other that it was before, if there is one.</summary>
    public static List<(Statement? Before, Statement? After)> Of(CompiledPolicy before, CompiledPolicy after)
    {
        var gone = Without(before, after);
        var come = Without(after, before);
        var likely = from old in gone
                     from @new in come
                     let alike = Likeness(old, @new)
                     where old.Clause == @new.Clause && old.GetType() == @new.GetType() && alike >= Alike
                     orderby alike descending
                     select (old, @new);
        var earlier = new Dictionary<Statement, Statement>(ReferenceEqualityComparer.Instance);
        foreach (var (old, @new) in likely)
        {
            if (!earlier.ContainsKey(@new) && !earlier.ContainsValue(old))
            {
                earlier[@new] = old;
            }
        }

        var clauses = after.Document.Clauses.Concat(before.Document.Clauses).Select(clause => clause.Id).Distinct().Select((id, at) => (id, at)).ToDictionary(each => each.id, each => each.at, StringComparer.Ordinal);
        return
        [
            .. come.Select(@new => ((Statement?)earlier.GetValueOrDefault(@new), (Statement?)@new)).Concat(gone.Except(earlier.Values).Select(old => ((Statement?)old, (Statement?)null)))
                .OrderBy(pair => clauses.GetValueOrDefault((pair.Item2 ?? pair.Item1)!.Clause, int.MaxValue)), // one of them is there
        ];
    }

    // What is said word for word in both, wherever, is the same.
    private static List<Statement> Without(CompiledPolicy policy, CompiledPolicy other)
    {
        var said = other.Statements.GroupBy(statement => statement.Text).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        return [.. policy.Statements.Where(statement => said.GetValueOrDefault(statement.Text) is not (> 0 and var left) || (said[statement.Text] = left - 1) < 0)];
    }

    private static double Likeness(Statement one, Statement other)
    {
        var (words, others) = (Words(one), Words(other));
        return words.Count + others.Count == 0 ? 0 : 2.0 * words.Intersect(others, StringComparer.OrdinalIgnoreCase).Count() / (words.Count + others.Count);
    }

    private static HashSet<string> Words(Statement statement) => statement.Text.Split(Between, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
