namespace Lanyard.Import.Apart;

/// <summary>What a process that reads a foreign file may use.</summary>
/// <param name="Longest">How long it may run.</param>
/// <param name="MostMemory">How much memory its objects may take, in bytes.</param>
/// <param name="MostOutput">How much it may answer, in bytes.</param>
public sealed record ApartLimits(TimeSpan Longest, long MostMemory, int MostOutput);
