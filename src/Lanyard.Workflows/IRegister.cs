namespace Lanyard.Workflows;

/// <summary>A register: one row for each subject of a kind, folded from what happened to it.</summary>
/// <remarks>Pure, so that replaying the record rebuilds it to the last bit.</remarks>
public interface IRegister
{
    /// <summary>The name, which is also the first part of every subject in it.</summary>
    string Name { get; }

    /// <summary>The type of a row.</summary>
    Type RowType { get; }

    /// <summary>The row after something has happened to it.</summary>
    object? After(object? row, Happening happening);

    /// <summary>The order of a row among the others.</summary>
    string Sort(object row);

    /// <summary>Whether the order is personal, such as that of names: a store then keeps only its beginning
    /// readable.</summary>
    bool IsOrderPersonal { get; }

    /// <summary>What a row can be found by, such as <c>email=head@example.org</c>.</summary>
    IEnumerable<string> Terms(object row);
}
