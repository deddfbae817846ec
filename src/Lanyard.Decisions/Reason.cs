using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions;

/// <summary>A statement that had to do with an answer.</summary>
/// <param name="Clause">The number of its clause.</param>
/// <param name="Statement">Its name within the policy, such as <c>3.12#1</c>.</param>
/// <param name="Text">The statement itself.</param>
/// <param name="Verdict">What it says here.</param>
/// <param name="Part">The part it had in the answer.</param>
public sealed record Reason(string Clause, string Statement, string Text, Verdict Verdict, ReasonPart Part);
