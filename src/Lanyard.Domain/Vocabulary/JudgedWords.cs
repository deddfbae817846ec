using System.Text;

namespace Lanyard.Domain.Vocabulary;

/// <summary>Makes facets of conditions that a policy leaves to the judgement of a person.</summary>
internal static class JudgedWords
{
    /// <summary>The lasting name of the facet, such as "judged-in-exceptional-circumstances".</summary>
    public static string IdOf(string condition)
    {
        var id = new StringBuilder(Facet.Judged);
        foreach (var word in condition.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var letters = word.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray();
            id.Append(letters.Length == 0 ? "" : "-").Append(letters);
        }

        return id.ToString();
    }

    /// <summary>The word for a condition, in the words of its policy.</summary>
    public static Concept Of(string condition, int index, int slot)
    {
        var question = $"The policy leaves this to a person to judge: \"{condition}\". Is it so?";
        var facet = new Facet(index, IdOf(condition), FacetKind.Fact, Facet.Judged, slot, question, ["no", "yes"]);
        return new(condition, facet, Facet.Yes, Depth: 0) { Clause = condition };
    }
}
