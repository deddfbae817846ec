using System.Collections.Immutable;

namespace Lanyard.Domain.Vocabulary;

/// <summary>The first line of a facet: <c>facet account (from, on): Which account is used?</c></summary>
internal sealed record FacetHeader(string Id, ImmutableArray<string> Leads, bool IsBare, string Question, int Line = 0)
{
    public static FacetHeader Read(VocabularyLine line)
    {
        var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            throw new VocabularyException(line.Number, "a facet needs a colon and a question");
        }

        var name = line.Text["facet ".Length..colon];
        var open = name.IndexOf('(', StringComparison.Ordinal);
        var leads = open < 0 ? [] : name[(open + 1)..].TrimEnd(')').Split(',', StringSplitOptions.TrimEntries);
        return new(
            (open < 0 ? name : name[..open]).Trim(),
            [.. leads.Where(lead => lead != "*")],
            leads.Length == 0 || leads.Contains("*"),
            line.Text[(colon + 1)..].Trim(),
            line.Number);
    }
}
