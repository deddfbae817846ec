namespace Lanyard.Domain.Organisations;

/// <summary>Names a school of an organisation.</summary>
public readonly record struct SchoolId(Guid Value) : IId<SchoolId>
{
    /// <inheritdoc/>
    public static SchoolId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}
