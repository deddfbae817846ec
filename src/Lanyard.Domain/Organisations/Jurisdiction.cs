namespace Lanyard.Domain.Organisations;

/// <summary>Whose law an organisation lives under. Statutory routes differ between them.</summary>
public enum Jurisdiction
{
    /// <summary>England.</summary>
    England,

    /// <summary>Wales.</summary>
    Wales,

    /// <summary>Scotland.</summary>
    Scotland,

    /// <summary>Northern Ireland.</summary>
    NorthernIreland,
}
