namespace Lanyard.Workflows.Organisations;

/// <summary>The schools of an organisation.</summary>
public sealed class SchoolRegister : Register<School>
{
    /// <inheritdoc/>
    public override string Name => "school";

    /// <inheritdoc/>
    protected override School? After(School? row, Happening happening) => happening.Event switch
    {
        SchoolOpened opened => new(opened.School, opened.Name),
        _ => row,
    };

    /// <inheritdoc/>
    protected override string Sort(School row) => row.Name.ToUpperInvariant();
}
