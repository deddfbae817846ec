namespace Lanyard.Workflows;

/// <summary>Why something could not be done, and how to put it right, in words for the person who tried.</summary>
/// <param name="Field">The field that is wrong; empty where it is the whole.</param>
/// <param name="Text">What is wrong and what to do.</param>
public sealed record Refusal(string Field, string Text);
