using System.Text;
using Lanyard.Records.Tree;
using Shouldly;

namespace Lanyard.Records.Tests.Tree;

/// <summary>The Merkle tree against the definitions of the RFC, for every size and every proof of small trees, and for
/// every way of changing a proof.</summary>
public sealed class TreeTests
{
    private const int Most = 70; // a little over a power of two, and over one after it

    private static readonly byte[][] Leaves =
        [.. Enumerable.Range(0, Most).Select(number => Encoding.UTF8.GetBytes($"entry {number}"))];

    private static readonly PlainTree Plain = new(Leaves);
    private static readonly TreeProver Prover = new(Plain);

    private static CancellationToken None => TestContext.Current.CancellationToken;

    // Worked out step by step in a shell: (printf '\x00'; printf a) | sha256sum, and so on.
    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "022a6979e6dab7aa5ae4c3e5e45f7e977112a7e63593820dbec1ec738a24f93c")]
    [InlineData(2, "b137985ff484fb600db93107c77b0365c80d78f5b429ded0fd97361d077999eb")]
    [InlineData(3, "36642e73c2540ab121e3a6bf9545b0a24982cd830eb13d3cd19de3ce6c021ec1")]
    [InlineData(5, "fe14a5426fbd70c0fa73f52342afed0da0bd23c4838662ccf6b88a3070ead97b")]
    public void Root_OfLettersAToE_IsWhatACommandLineWorksOut(int size, string root) =>
        Convert.ToHexStringLower(Grown([.. "abcde"[..size].Select(letter => new[] { (byte)letter })])[^1].Root())
            .ShouldBe(root);

    [Fact]
    public void Edge_OfEverySize_HasTheRootOfTheDefinition()
    {
        var edges = Grown(Leaves);

        for (var size = 0; size <= Most; size++)
        {
            edges[size].IsSound.ShouldBeTrue();
            edges[size].Root().ShouldBe(Plain.Root(size), $"{size} leaves");
        }
    }

    [Fact]
    public void Edge_TellsEachCompleteSubtree_Once()
    {
        var told = new Dictionary<(int Level, long Index), byte[]>();
        var edge = TreeEdge.OfNothing;
        foreach (var leaf in Leaves)
        {
            edge = edge.With(TreeHash.Leaf(leaf), (level, index, node) => told.Add((level, index), node));
        }

        told.Count.ShouldBe(Enumerable.Range(1, 6).Sum(level => Most >> level));
        foreach (var ((level, index), node) in told)
        {
            node.ShouldBe(PlainTree.Root(Leaves[(int)(index << level)..(int)((index + 1) << level)]));
        }
    }

    [Fact]
    public async Task Inclusion_OfEveryLeafInEveryTree_IsTheDefinitions_AndHoldsThereAlone()
    {
        for (var size = 1; size <= Most; size++)
        {
            var root = Plain.Root(size);
            for (var index = 0; index < size; index++)
            {
                var path = await Prover.InclusionAsync(index, size, None);

                path.ShouldBe(Plain.Inclusion(index, size));
                TreeProof.IsIncluded(TreeHash.Leaf(Leaves[index]), index, size, root, path).ShouldBeTrue();
                TreeProof.IsIncluded(TreeHash.Leaf(Leaves[(index + 1) % Most]), index, size, root, path)
                    .ShouldBeFalse();
                TreeProof.IsIncluded(TreeHash.Leaf(Leaves[index]), (index + 1) % size, size, root, path)
                    .ShouldBe(size == 1);
                ShouldFailChanged(path, changed =>
                    TreeProof.IsIncluded(TreeHash.Leaf(Leaves[index]), index, size, root, changed));
            }
        }
    }

    [Fact]
    public async Task Consistency_OfEveryTwoTrees_IsTheDefinitions_AndHoldsForThemAlone()
    {
        for (var size = 1; size <= Most; size++)
        {
            for (var before = 1; before <= size; before++)
            {
                var path = await Prover.ConsistencyAsync(before, size, None);
                var (rootBefore, root) = (Plain.Root(before), Plain.Root(size));

                path.ShouldBe(Plain.Consistency(before, size));
                TreeProof.IsConsistent(before, size, rootBefore, root, path).ShouldBeTrue();
                TreeProof.IsConsistent(before, size, TreeHash.Leaf([7]), root, path).ShouldBeFalse();
                TreeProof.IsConsistent(before, size, rootBefore, TreeHash.Leaf([7]), path).ShouldBeFalse();
                ShouldFailChanged(path, changed =>
                    TreeProof.IsConsistent(before, size, rootBefore, root, changed));
            }

            TreeProof.IsConsistent(0, size, TreeHash.OfNothing(), Plain.Root(size), []).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Consistency_WithATreeInWhichAnEarlierLeafDiffers_NeverHolds()
    {
        for (var size = 2; size <= 20; size++)
        {
            for (var changed = 0; changed < size - 1; changed++)
            {
                var other = Leaves.Select((leaf, at) => at == changed ? [.. leaf, 1] : leaf).ToArray();
                var path = await new TreeProver(new PlainTree(other)).ConsistencyAsync(size - 1, size, None);

                TreeProof.IsConsistent(size - 1, size, Plain.Root(size - 1), PlainTree.Root(other[..size]), path)
                    .ShouldBeFalse($"leaf {changed} of {size}");
            }
        }
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(3, 3)]
    [InlineData(long.MaxValue, 3)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    public void Inclusion_OfWhatCannotBe_IsFalse(long index, long size) =>
        TreeProof.IsIncluded(TreeHash.Leaf([1]), index, size, TreeHash.Leaf([1]), []).ShouldBeFalse();

    [Fact]
    public void Proofs_WithHashesOfAnotherLength_AreFalse()
    {
        TreeProof.IsIncluded(TreeHash.Leaf([1]), 0, 2, Plain.Root(2), [[1, 2, 3]]).ShouldBeFalse();
        TreeProof.IsConsistent(1, 2, Plain.Root(1), Plain.Root(2), [[]]).ShouldBeFalse();
        TreeProof.IsConsistent(3, 5, Plain.Root(3), Plain.Root(5), []).ShouldBeFalse();
        TreeProof.IsConsistent(6, 5, Plain.Root(6), Plain.Root(5), []).ShouldBeFalse();
    }

    private static void ShouldFailChanged(IReadOnlyList<byte[]> path, Func<IReadOnlyList<byte[]>, bool> holds)
    {
        holds([.. path, TreeHash.Leaf([9])]).ShouldBeFalse();
        for (var at = 0; at < path.Count; at++)
        {
            holds([.. path.Select((hash, place) => place == at ? TreeHash.Leaf(hash) : hash)]).ShouldBeFalse();
            holds([.. path.Where((_, place) => place != at)]).ShouldBeFalse();
        }
    }

    private static List<TreeEdge> Grown(IEnumerable<byte[]> leaves) =>
        leaves.Aggregate(new List<TreeEdge> { TreeEdge.OfNothing }, (edges, leaf) =>
        {
            edges.Add(edges[^1].With(TreeHash.Leaf(leaf)));
            return edges;
        });
}
