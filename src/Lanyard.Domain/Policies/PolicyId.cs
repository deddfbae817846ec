namespace Lanyard.Domain.Policies;

/// <summary>Names a policy through all its versions.</summary>
public readonly record struct PolicyId(Guid Value) : IId<PolicyId>
{
    /// <inheritdoc/>
    public static PolicyId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}
