namespace Lanyard.Domain.Organisations;

/// <summary>What an organisation is.</summary>
public enum OrganisationKind
{
    /// <summary>A trust or federation with several schools.</summary>
    Trust,

    /// <summary>One school or nursery.</summary>
    School,

    /// <summary>A company, such as a training provider.</summary>
    Company,
}
