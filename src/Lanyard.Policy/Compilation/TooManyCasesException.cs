namespace Lanyard.Policy.Compilation;

/// <summary>A sentence has more cases than any person meant; its author is told so.</summary>
internal sealed class TooManyCasesException() : Exception($"A statement has more than {Cases.Most} cases. Split it.");
