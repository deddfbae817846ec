using System.Collections.Immutable;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>What an organisation has said once about its files: what its job titles, year groups and columns
/// mean.</summary>
/// <param name="Titles">The roles of job titles, by the folded title.</param>
/// <param name="Years">The year groups of words, by the folded word; <see langword="null"/> for none.</param>
/// <param name="Columns">What columns hold, by the folded header.</param>
public sealed record ImportWords(
    ImmutableDictionary<string, string> Titles, ImmutableDictionary<string, int?> Years, ImmutableDictionary<string,
    string> Columns)
{
    /// <summary>Nothing said.</summary>
    public static ImportWords None { get; } = new(
        ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, int?>.Empty, ImmutableDictionary<string,
        string>.Empty);
}
