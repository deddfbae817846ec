namespace Lanyard.Domain.Organisations;

/// <summary>Names an organisation: a trust, a single school or a company.</summary>
public readonly record struct OrganisationId(Guid Value) : IId<OrganisationId>
{
    /// <inheritdoc/>
    public static OrganisationId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}
