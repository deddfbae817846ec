namespace Lanyard.Records.Tests;

/// <summary>Tests that set limits for the whole process, so that no other runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
