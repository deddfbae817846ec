namespace Lanyard.Testing.Faults;

/// <summary>Which call to the disk fails, and how.</summary>
/// <param name="Calls">Which calls are counted.</param>
/// <param name="Code">What the engine is told, such as 13 for a full disk.</param>
/// <param name="At">The first that fails, counted from one.</param>
/// <param name="ForEver">Whether all after it fail too.</param>
public sealed record DiskFault(DiskCall Calls, int Code, long At, bool ForEver);
