using System.Collections.Immutable;
using System.Numerics;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding;

namespace Lanyard.Policy.Analysis;

/// <summary>Functions of situations, exactly: multi-valued decision diagrams, reduced and shared.</summary>
/// <remarks>
/// <para>
/// A node asks for one facet and has one branch for each group of values that lead to the same place. Equal
/// functions are the same node, so two functions are compared by comparing two numbers (Bryant 1986, for facets with
/// many values). A function is a number: below <see cref="FirstNode"/> it is the constant of that value.
/// </para>
/// <para>Not safe to share between threads.</para>
/// </remarks>
public sealed class Diagram
{
    /// <summary>The constant for situations that cannot be, because what they say contradicts itself.</summary>
    public const int Impossible = 1 << 20;

    /// <summary>The number of the first node; smaller numbers are constants.</summary>
    public const int FirstNode = Impossible + 1;

    private const int MostNodes = 1_000_000;

    private readonly int _mostNodes;
    private readonly Facet[] _order;
    private readonly int[] _levels;
    private readonly ulong[] _domains;
    private readonly List<DiagramNode> _nodes = [];
    private readonly Dictionary<DiagramNode, int> _known = [];

    /// <summary>Makes a store for functions of the situations within some bounds.</summary>
    /// <param name="lexicon">The vocabulary.</param>
    /// <param name="domains">The possible values of each facet.</param>
    /// <param name="mostNodes">How many nodes it may make before it gives up.</param>
    public Diagram(Lexicon lexicon, ReadOnlySpan<ulong> domains, int mostNodes = MostNodes)
    {
        _mostNodes = mostNodes;
        Lexicon = lexicon;
        _domains = domains.ToArray();
        _order = FacetOrder.Of(lexicon);
        _levels = new int[_order.Length];
        for (var level = 0; level < _order.Length; level++)
        {
            _levels[_order[level].Index] = level;
        }
    }

    /// <summary>The vocabulary.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>The function that is 1 in one case and 0 elsewhere.</summary>
    public int Case(IEnumerable<Atom> atoms, int then = 1)
    {
        foreach (var atom in atoms.OrderByDescending(atom => _levels[atom.Facet.Index]))
        {
            var level = _levels[atom.Facet.Index];
            var inside = atom.Values & _domains[atom.Facet.Index];
            then = Node(level, [new(inside, then), new(_domains[atom.Facet.Index] & ~inside, 0)]);
        }

        return then;
    }

    /// <summary>The largest of many functions.</summary>
    public int Largest(IEnumerable<int> functions)
    {
        var left = functions.ToList();
        if (left.Count == 0)
        {
            return 0;
        }

        while (left.Count > 1)
        {
            left = [.. left.Chunk(2).Select(pair => pair.Length == 1 ? pair[0] : Apply(pair[0], pair[1], Math.Max))];
        }

        return left[0];
    }

    /// <summary>A function where the words of the vocabulary agree with each other, and <see cref="Impossible"/> elsewhere.</summary>
    public int WherePossible(int function)
    {
        var possible = Lexicon.Implications
            .Select(rule => Apply(Case([new(rule.If.Facet, rule.If.Facet.All & ~rule.If.Values)]), Case([Atom.Of(rule.Then)]), Math.Max))
            .Aggregate(1, (all, one) => Apply(all, one, Math.Min));
        return Apply(function, possible, (value, isPossible) => isPossible == 1 ? value : Impossible);
    }

    /// <summary>Combines two functions value by value.</summary>
    /// <exception cref="AnalysisTooLargeException">The result would not fit in memory.</exception>
    public int Apply(int left, int right, Func<int, int, int> combine) => Apply(left, right, combine, []);

    /// <summary>The constants that a function takes anywhere, but for <see cref="Impossible"/>.</summary>
    public ImmutableSortedSet<int> Range(int function)
    {
        var found = ImmutableSortedSet.CreateBuilder<int>();
        Visit(function, [], number =>
        {
            if (number < Impossible)
            {
                found.Add(number);
            }
        });
        return found.ToImmutable();
    }

    /// <summary>The facets that a function asks for.</summary>
    public ImmutableArray<Facet> Support(int function)
    {
        var levels = new SortedSet<int>();
        Visit(function, [], number =>
        {
            if (number >= FirstNode)
            {
                levels.Add(_nodes[number - FirstNode].Level);
            }
        });
        return [.. levels.Select(level => _order[level])];
    }

    /// <summary>What a function becomes once one facet is known to have one of some values that it treats alike.</summary>
    public int When(int function, Facet facet, ulong values) => When(function, _levels[facet.Index], values, []);

    /// <summary>The groups of values of a facet that a function treats alike, each with what it becomes.</summary>
    public List<(ulong Values, int Function)> Split(int function, Facet facet)
    {
        var groups = new Dictionary<int, ulong>();
        for (var left = _domains[facet.Index]; left != 0; left &= left - 1)
        {
            var value = left & (~left + 1);
            var becomes = When(function, facet, value);
            groups[becomes] = groups.GetValueOrDefault(becomes) | value;
        }

        return [.. groups.Select(group => (group.Value, group.Key)).OrderBy(group => BitOperations.TrailingZeroCount(group.Value))];
    }

    /// <summary>Whether two possible situations that differ in this facet alone have different values.</summary>
    public bool Matters(int function, Facet facet)
    {
        var groups = Split(function, facet);
        for (var one = 0; one < groups.Count; one++)
        {
            for (var other = one + 1; other < groups.Count; other++)
            {
                if (Apply(groups[one].Function, groups[other].Function, (a, b) => a != b && a != Impossible && b != Impossible ? 1 : 0) != 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a function is 1 somewhere in a case. Makes no nodes.</summary>
    public bool Meets(int function, ImmutableArray<Atom> atoms)
    {
        var values = (ulong[])_domains.Clone();
        foreach (var atom in atoms)
        {
            values[atom.Facet.Index] &= atom.Values;
        }

        return Array.TrueForAll(values, some => some != 0) && Meets(function, values, []);
    }

    /// <summary>The value of a function in a situation of which everything is known.</summary>
    public int Evaluate(int function, ReadOnlySpan<ulong> situation)
    {
        while (function >= FirstNode)
        {
            var node = _nodes[function - FirstNode];
            function = node.Next(situation[_order[node.Level].Index]);
        }

        return function;
    }

    /// <summary>One situation in which a function has a value that fits, told with as few facets as one path needs.</summary>
    public ImmutableArray<Atom>? Find(int function, Func<int, bool> fits)
    {
        var costs = new Dictionary<int, int>();
        if (Cost(function, fits, costs) == int.MaxValue)
        {
            return null;
        }

        var path = ImmutableArray.CreateBuilder<Atom>();
        while (function >= FirstNode)
        {
            var node = _nodes[function - FirstNode];
            var (values, next) = node.Branches.MinBy(branch => Cost(branch.Next, fits, costs))!; // a node has branches
            path.Add(new(_order[node.Level], values));
            function = next;
        }

        return path.ToImmutable();
    }

    /// <summary>The values that a function has within a case.</summary>
    public ImmutableSortedSet<int> Range(int function, ImmutableArray<Atom> within)
    {
        var values = (ulong[])_domains.Clone();
        foreach (var atom in within)
        {
            values[atom.Facet.Index] &= atom.Values;
        }

        var found = ImmutableSortedSet.CreateBuilder<int>();
        Visit(function, values, [], found);
        return found.ToImmutable();
    }

    private void Visit(int function, ulong[] values, HashSet<int> seen, ImmutableSortedSet<int>.Builder found)
    {
        if (!seen.Add(function))
        {
            return;
        }

        if (function < FirstNode)
        {
            _ = function < Impossible && found.Add(function);
            return;
        }

        var node = _nodes[function - FirstNode];
        var wanted = values[_order[node.Level].Index];
        foreach (var (mine, next) in node.Branches)
        {
            if ((mine & wanted) != 0)
            {
                Visit(next, values, seen, found);
            }
        }
    }

    // The facets that the shortest path to a value that fits asks for; int.MaxValue if there is none.
    private int Cost(int function, Func<int, bool> fits, Dictionary<int, int> costs)
    {
        if (function < FirstNode)
        {
            return fits(function) ? 0 : int.MaxValue;
        }

        if (costs.TryGetValue(function, out var known))
        {
            return known;
        }

        var least = int.MaxValue;
        foreach (var (_, next) in _nodes[function - FirstNode].Branches)
        {
            var cost = Cost(next, fits, costs);
            least = cost < least ? cost + 1 : least;
        }

        return costs[function] = least;
    }

    private bool Meets(int function, ulong[] values, HashSet<int> seen)
    {
        if (function < FirstNode)
        {
            return function == 1;
        }

        if (!seen.Add(function))
        {
            return false; // it has been followed already, in vain
        }

        var node = _nodes[function - FirstNode];
        var wanted = values[_order[node.Level].Index];
        foreach (var (mine, next) in node.Branches)
        {
            if ((mine & wanted) != 0 && Meets(next, values, seen))
            {
                return true;
            }
        }

        return false;
    }

    private int Apply(int left, int right, Func<int, int, int> combine, Dictionary<(int Left, int Right), int> done)
    {
        if (left < FirstNode && right < FirstNode)
        {
            return combine(left, right);
        }

        if (done.TryGetValue((left, right), out var known))
        {
            return known;
        }

        var level = Math.Min(LevelOf(left), LevelOf(right));
        var all = _domains[_order[level].Index];
        var branches = new List<Branch>();
        foreach (var (ours, next) in BranchesAt(left, level, all))
        {
            foreach (var (theirs, other) in BranchesAt(right, level, all))
            {
                if ((ours & theirs) != 0)
                {
                    branches.Add(new(ours & theirs, Apply(next, other, combine, done)));
                }
            }
        }

        return done[(left, right)] = Node(level, branches);
    }

    private int When(int function, int level, ulong values, Dictionary<int, int> done)
    {
        if (function < FirstNode || LevelOf(function) > level)
        {
            return function;
        }

        if (done.TryGetValue(function, out var known))
        {
            return known;
        }

        var node = _nodes[function - FirstNode];
        return done[function] = node.Level == level
            ? node.Next(values)
            : Node(node.Level, [.. node.Branches.Select(branch => new Branch(branch.Values, When(branch.Next, level, values, done)))]);
    }

    private void Visit(int function, HashSet<int> seen, Action<int> visit)
    {
        if (!seen.Add(function))
        {
            return;
        }

        visit(function);
        if (function >= FirstNode)
        {
            foreach (var (_, next) in _nodes[function - FirstNode].Branches)
            {
                Visit(next, seen, visit);
            }
        }
    }

    private int Node(int level, List<Branch> branches)
    {
        if (_nodes.Count > _mostNodes)
        {
            throw new AnalysisTooLargeException();
        }

        var node = DiagramNode.Of(level, branches);
        if (node.Branches is [var only])
        {
            return only.Next;
        }

        if (!_known.TryGetValue(node, out var number))
        {
            number = FirstNode + _nodes.Count;
            _nodes.Add(node);
            _known[node] = number;
        }

        return number;
    }

    private int LevelOf(int function) => function < FirstNode ? int.MaxValue : _nodes[function - FirstNode].Level;

    private ImmutableArray<Branch> BranchesAt(int function, int level, ulong all) =>
        LevelOf(function) == level ? _nodes[function - FirstNode].Branches : [new(all, function)];
}
