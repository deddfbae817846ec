namespace Lanyard.Web.Features.Home;

/// <summary>One of the things that make an empty product ready to use.</summary>
/// <param name="Text">What to do.</param>
/// <param name="Address">Where.</param>
/// <param name="IsDone">Whether it is done.</param>
/// <param name="Detail">Why, or how far it is.</param>
/// <param name="WaitsFor">What must be done first; <see langword="null"/> if it can be done now.</param>
public sealed record SetUpStep(string Text, string Address, bool IsDone, string Detail, string? WaitsFor = null);
