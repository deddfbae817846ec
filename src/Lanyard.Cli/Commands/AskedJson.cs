using System.Text.Json;
using Lanyard.Decisions;
using Lanyard.Decisions.Interviews;
using Lanyard.Decisions.Understanding;
using Lanyard.Decisions.Worries;

namespace Lanyard.Cli.Commands;

/// <summary>Writes what was understood of a question, and the answer to it, as JSON.</summary>
internal static class AskedJson
{
    private static readonly HashSet<string> NoneSettled = [];

    public static void Write(Utf8JsonWriter json, Decider decider, UnderstoodQuestion understood)
    {
        var decision = understood.Understood is null ? null : decider.Decide(understood.Situation);
        json.WriteStartObject();
        json.Strings("tell", MustBeTold(understood.Worry, decision));
        WriteWorry(json, understood.Worry);
        json.WriteString("understood", understood.Understood);
        json.Strings("notUnderstood", understood.NotUnderstood);
        json.Strings("confirm", understood.Doubts);
        json.WritePropertyName("decision");
        if (decision is null)
        {
            json.WriteNullValue();
        }
        else
        {
            DecisionJson.Write(json, decider.Policy, understood.MustBeConfirmed ? decision.Unconfirmed() : decision);
        }

        json.WriteString("question", decision is null ? null : understood.MustBeConfirmed
            ? AskedInterview.Confirmation : new Interview(decider).Next(decision, NoneSettled)?.Text);
        json.WriteEndObject();
    }

    // For certain: by the net for worries, and by the duties that arise whatever else turns out.
    private static IEnumerable<string> MustBeTold(Worry? worry, Decision? decision) =>
        (worry?.Tell ?? []).Concat(decision?.Duties.Where(duty => duty.IsCertain)
            .SelectMany(duty => duty.Recipients) ?? []).Distinct(StringComparer.Ordinal);

    private static void WriteWorry(Utf8JsonWriter json, Worry? worry)
    {
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
