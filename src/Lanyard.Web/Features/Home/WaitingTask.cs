namespace Lanyard.Web.Features.Home;

/// <summary>Something that waits for somebody.</summary>
/// <param name="Text">What to do.</param>
/// <param name="Address">Where.</param>
/// <param name="Due">By when, if there is a day.</param>
/// <param name="IsOverdue">Whether that day has passed.</param>
/// <param name="Detail">More about it.</param>
public sealed record WaitingTask(string Text, string Address, DateOnly? Due = null, bool IsOverdue = false, string? Detail = null);
