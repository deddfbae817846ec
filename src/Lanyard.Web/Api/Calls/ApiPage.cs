namespace Lanyard.Web.Api.Calls;

/// <summary>A part of a list.</summary>
/// <param name="Items">What is in it.</param>
/// <param name="Next">The address of the next part; <see langword="null"/> at the end.</param>
internal sealed record ApiPage<TItem>(IReadOnlyList<TItem> Items, string? Next);
