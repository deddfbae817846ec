namespace Lanyard.Policy.Binding.Statements;

/// <summary>One statement of a policy, its words resolved to the vocabulary.</summary>
/// <param name="Source">Where it comes from.</param>
public abstract record Statement(StatementSource Source)
{
    /// <summary>The number of its clause.</summary>
    public string Clause => Source.Clause;

    /// <summary>The statement on one line, as its author wrote it.</summary>
    public string Text => Source.Text;

    /// <summary>A name for it within its policy: the clause, and its place in the clause.</summary>
    public string Id => Source.Id;

    /// <summary>A name that it keeps from version to version, as long as its clause and its words stay.</summary>
    public string Mark => Source.Mark;
}
