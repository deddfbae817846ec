namespace Lanyard.Policy.Analysis;

/// <summary>An exact analysis would take more memory than it may: the policy was written to defeat it, or is enormous.</summary>
public sealed class AnalysisTooLargeException()
    : Exception("Cannot analyse this policy exactly: it has too many cases that depend on each other. Split its longest statements.");
