using System.Text.Json;
using Lanyard.Decisions.Worries;

namespace Lanyard.Decisions.Writing;

/// <summary>Writes who must be told, and the worry that was heard, as JSON. The field names are documented and do not
/// change.</summary>
public static class WorryJson
{
    /// <summary>Writes <c>tell</c> and <c>worry</c> into an object that is open.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="worry">The worry that was heard; <see langword="null"/> if none was.</param>
    /// <param name="duties">The duties that arise and those that may. Only the certain ones say who must be
    /// told.</param>
    public static void WriteFields(Utf8JsonWriter json, Worry? worry, IEnumerable<ArisingDuty> duties)
    {
        var certain = duties.Where(duty => duty.IsCertain).SelectMany(duty => duty.Recipients);
        json.Strings("tell", (worry?.Tell ?? []).Concat(certain).Distinct(StringComparer.Ordinal));
        if (worry is null)
        {
            json.WriteNull("worry");
            return;
        }

        json.WriteStartObject("worry");
        json.Strings("kinds", worry.Kinds);
        json.Strings("tell", worry.Tell);
        json.WriteString("text", worry.Text);
        json.WriteEndObject();
    }
}
