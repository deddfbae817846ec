using System.Collections.Immutable;
using Lanyard.Decisions;
using Lanyard.Domain.Vocabulary;
using Lanyard.Web.Infrastructure.Fields;

namespace Lanyard.Web.Features.Ask;

/// <summary>A question that is put to somebody.</summary>
/// <param name="Text">The question.</param>
/// <param name="Needs">What it asks for: several facts that may each be ticked, or one thing.</param>
/// <param name="Choices">What there is to tick or to choose.</param>
public sealed record AskedQuestion(string Text, ImmutableArray<Need> Needs, IReadOnlyList<FieldChoice> Choices)
{
    private const string Yes = "yes";
    private const string No = "no";

    /// <summary>What helps to answer it.</summary>
    public string? Hint { get; init; }

    /// <summary>Whether any number may be ticked.</summary>
    public bool IsChecklist => Needs.Length > 1;

    /// <summary>Whether all that it asks for has been answered.</summary>
    public bool IsAnswered(Sitting sitting) => Needs.All(need => Values(need, sitting) is not null);

    /// <summary>What was chosen or ticked.</summary>
    public IReadOnlyList<string> Chosen(Sitting sitting) => IsChecklist
        ? [.. Needs.Select(need => need.Facet).Where(facet => sitting.Replies.GetValueOrDefault(facet) == Yes)]
        : sitting.Replies.TryGetValue(Needs[0].Facet, out var chosen) ? [chosen] : [];

    /// <summary>What was answered of a facet; <see langword="null"/> if nothing was that can be.</summary>
    public ulong? Values(Need need, Sitting sitting)
    {
        if (!sitting.Replies.TryGetValue(need.Facet, out var reply))
        {
            return null;
        }

        return IsChecklist
            ? (reply == Yes ? Facet.Yes : Facet.No)
            : need.Choices.FirstOrDefault(choice => choice.Text == reply)?.Values;
    }

    /// <summary>The sitting with an answer to this; <see langword="null"/> if nothing was chosen that can be.</summary>
    /// <param name="sitting">How far somebody has come.</param>
    /// <param name="chosen">What was chosen or ticked.</param>
    /// <param name="isEnough">Whether the answer is wanted now: then what is not ticked stays open.</param>
    public Sitting? Answered(Sitting sitting, IReadOnlyList<string> chosen, bool isEnough)
    {
        var others = sitting.Replies.RemoveRange(Needs.Select(need => need.Facet));
        if (IsChecklist)
        {
            var ticks = Needs.Select(need => KeyValuePair.Create(need.Facet, chosen.Contains(need.Facet) ? Yes : No))
                .Where(tick => !isEnough || tick.Value == Yes);
            return sitting with { Replies = others.AddRange(ticks), IsEnough = isEnough };
        }

        if (chosen is [var only] && Choices.Any(choice => choice.Value == only))
        {
            return sitting with { Replies = others.Add(Needs[0].Facet, only), IsEnough = isEnough };
        }

        return isEnough ? sitting with { Replies = others, IsEnough = true } : null;
    }
}
