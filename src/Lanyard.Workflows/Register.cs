namespace Lanyard.Workflows;

/// <summary>A register of rows of one type.</summary>
/// <typeparam name="TRow">What a row holds.</typeparam>
public abstract class Register<TRow> : IRegister
    where TRow : class
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public Type RowType => typeof(TRow);

    /// <inheritdoc/>
    public virtual bool IsOrderPersonal => false;

    /// <inheritdoc/>
    public object? After(object? row, Happening happening) => After((TRow?)row, happening);

    /// <inheritdoc/>
    public string Sort(object row) => Sort((TRow)row);

    /// <inheritdoc/>
    public IEnumerable<string> Terms(object row) => Terms((TRow)row);

    /// <summary>The row after something has happened to it.</summary>
    protected abstract TRow? After(TRow? row, Happening happening);

    /// <summary>The order of a row among the others.</summary>
    protected virtual string Sort(TRow row) => "";

    /// <summary>What a row can be found by.</summary>
    protected virtual IEnumerable<string> Terms(TRow row) => [];
}
