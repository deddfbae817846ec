namespace Lanyard.Web.Infrastructure.Fields;

/// <summary>One thing to choose.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What the person reads.</param>
/// <param name="Hint">What helps to choose.</param>
public sealed record FieldChoice(string Value, string Text, string? Hint = null);
