using System.Collections.Immutable;
using Lanyard.Policy.Binding.Statements;

namespace Lanyard.Policy.Analysis;

/// <summary>A statement that was added, removed or reworded, and what comes of it.</summary>
/// <param name="Before">What stood there; <see langword="null"/> if it was added.</param>
/// <param name="After">What stands there; <see langword="null"/> if it was removed.</param>
/// <param name="Effects">What comes of it, the widest case first; empty if it changes no answer.</param>
public sealed record StatementChange(Statement? Before, Statement? After, ImmutableArray<ChangeEffect> Effects)
{
    /// <summary>The number of its clause.</summary>
    public string Clause => (After ?? Before!).Clause; // one of them is there

    /// <summary>What became of it, in a word.</summary>
    public string Kind => (Before, After) switch
    {
        (null, _) => "added",
        (_, null) => "removed",
        _ => "reworded",
    };

    /// <summary>Whether it says who may do what, or who must tell whom. Others, such as a review or a programme, change no answer.</summary>
    public bool IsAboutConduct => (After ?? Before) is Conduct or Duty;
}
