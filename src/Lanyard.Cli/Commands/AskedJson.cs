using System.Text.Json;
using Lanyard.Decisions;
using Lanyard.Decisions.Interviews;
using Lanyard.Decisions.Understanding;

namespace Lanyard.Cli.Commands;

/// <summary>Writes what was understood of a question, and the answer to it, as JSON.</summary>
internal static class AskedJson
{
    private static readonly HashSet<string> NoneSettled = [];

    public static void Write(Utf8JsonWriter json, Decider decider, UnderstoodQuestion understood)
    {
        var decision = understood.Understood is null ? null : decider.Decide(understood.Situation);
        json.WriteStartObject();
        WorryJson.WriteFields(json, understood.Worry, decision?.Duties ?? []);
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
}
