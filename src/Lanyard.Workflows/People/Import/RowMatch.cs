namespace Lanyard.Workflows.People.Import;

/// <summary>Who a line is about.</summary>
/// <param name="Known">Somebody who is known, for certain or because it was said; <see langword="null"/> for somebody
/// new.</param>
/// <param name="Question">What is asked, or was.</param>
internal sealed record RowMatch(Person? Known, SameQuestion? Question = null)
{
    /// <summary>Somebody new.</summary>
    public static RowMatch New { get; } = new(Known: null);
}
