namespace Lanyard.Policy.Binding.Statements;

/// <summary>How often something comes round.</summary>
/// <param name="Count">How many units; at least 1.</param>
/// <param name="Unit">day, week, month, term or year.</param>
public sealed record Period(int Count, string Unit)
{
    /// <summary>The day on which it comes round again, counting a term as four months.</summary>
    public DateOnly After(DateOnly from) => Unit switch
    {
        "day" => from.AddDays(Count),
        "week" => from.AddDays(7 * Count),
        "month" => from.AddMonths(Count),
        "term" => from.AddMonths(4 * Count),
        _ => from.AddYears(Count),
    };

    /// <summary>As a policy says it: "every 1 year".</summary>
    public override string ToString() => $"every {Count} {Unit}{(Count == 1 ? "" : "s")}";
}
