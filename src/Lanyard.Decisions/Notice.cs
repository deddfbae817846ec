namespace Lanyard.Decisions;

/// <summary>Something that a clause adds to an answer: advice, a procedure that a breach could lead to, a programme that is due.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Statement">The statement, by its name within the policy.</param>
/// <param name="Text">What it adds.</param>
public sealed record Notice(string Clause, string Statement, string Text);
