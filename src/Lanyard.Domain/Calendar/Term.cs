namespace Lanyard.Domain.Calendar;

/// <summary>A term or half term, both days included.</summary>
/// <param name="FirstDay">The first day of school.</param>
/// <param name="LastDay">The last.</param>
public sealed record Term(DateOnly FirstDay, DateOnly LastDay);
