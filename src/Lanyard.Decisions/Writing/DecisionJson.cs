using System.Text.Json;
using Lanyard.Decisions.Situations;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions.Writing;

/// <summary>Writes an answer as JSON. The field names are documented and do not change.</summary>
public static class DecisionJson
{
    /// <summary>Writes an answer as an object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="policy">The policy that answered, which puts the situation in words.</param>
    /// <param name="decision">The answer.</param>
    public static void Write(Utf8JsonWriter json, CompiledPolicy policy, Decision decision)
    {
        json.WriteStartObject();
        WriteFields(json, policy, decision);
        json.WriteEndObject();
    }

    /// <summary>Writes the fields of an answer into an object that is open, so that others can stand beside them.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="policy">The policy that answered, which puts the situation in words.</param>
    /// <param name="decision">The answer.</param>
    public static void WriteFields(Utf8JsonWriter json, CompiledPolicy policy, Decision decision)
    {
        json.WriteString("verdict", decision.Verdict.InWords());
        json.Strings("clauses", decision.Clauses);
        json.Strings("possible", decision.Possible.Select(verdict => verdict.InWords()));
        json.WriteString("understood", policy.Phrasing.Sentence(decision.Situation));
        json.WritePropertyName("situation");
        SituationJson.Write(json, decision.Situation);
        json.Array("because", decision.Because, reason => WriteReason(json, reason));
        json.Array("conditions", decision.Conditions, condition => WriteCondition(json, condition));
        json.Array("duties", decision.Duties, duty => WriteDuty(json, duty));
        json.Array("procedures", decision.Procedures, notice => WriteNotice(json, notice));
        json.Array("due", decision.Due, notice => WriteNotice(json, notice));
        json.Array("advice", decision.Advice, notice => WriteNotice(json, notice));
        json.Array("conflicts", decision.Collisions, collision => WriteCollision(json, collision));
        json.Array("changes", decision.Changes, change => WriteChange(json, change));
        json.Array("needs", decision.Needs, need => WriteNeed(json, need));
        json.WriteStartObject("scope");
        WriteBoolean(json, "in", decision.Scope.IsInScope);
        json.WriteString("clause", decision.Scope.Clause);
        json.WriteEndObject();
        json.WriteString("policy", decision.PolicyHash);
    }

    private static void WriteReason(Utf8JsonWriter json, Reason reason)
    {
        json.WriteStartObject();
        json.WriteString("clause", reason.Clause);
        json.WriteString("statement", reason.Statement);
        json.WriteString("text", reason.Text);
        json.WriteString("verdict", reason.Verdict.InWords());
        json.WriteString("part", reason.Part switch
        {
            ReasonPart.Decides => "decides",
            ReasonPart.HoldsToo => "holds too",
            ReasonPart.Excepted => "excepted",
            ReasonPart.MayHold => "may hold",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Part, "There is no such part."),
        });
        json.WriteEndObject();
    }

    private static void WriteCondition(Utf8JsonWriter json, OutstandingCondition condition)
    {
        json.WriteStartObject();
        json.WriteString("clause", condition.Clause);
        json.Strings("permissions", condition.Permissions);
        json.WriteString("text", condition.Text);
        json.WriteEndObject();
    }

    private static void WriteDuty(Utf8JsonWriter json, ArisingDuty duty)
    {
        json.WriteStartObject();
        json.WriteString("clause", duty.Clause);
        json.WriteString("statement", duty.Statement);
        json.WriteString("holder", duty.Holder);
        json.WriteString("action", duty.Action.ToString().ToLowerInvariant());
        json.Strings("to", duty.Recipients);
        json.WriteBoolean("every", duty.IsEvery);
        json.WriteString("deadline", duty.Deadline?.Text);
        json.WriteBoolean("certain", duty.IsCertain);
        json.WriteBoolean("advised", duty.IsAdvised);
        json.WriteString("text", duty.Text);
        json.WriteEndObject();
    }

    private static void WriteNotice(Utf8JsonWriter json, Notice notice)
    {
        json.WriteStartObject();
        json.WriteString("clause", notice.Clause);
        json.WriteString("statement", notice.Statement);
        json.WriteString("text", notice.Text);
        json.WriteEndObject();
    }

    private static void WriteCollision(Utf8JsonWriter json, Collision collision)
    {
        json.WriteStartObject();
        json.WriteString("stricter", collision.StricterClause);
        json.WriteString("other", collision.OtherClause);
        json.WriteString("stricterStatement", collision.Stricter);
        json.WriteString("otherStatement", collision.Other);
        json.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter json, Change change)
    {
        json.WriteStartObject();
        json.WriteString("verdict", change.Verdict.InWords());
        json.WriteString("text", change.Text);
        json.Strings("clauses", change.Clauses);
        json.Strings("facets", change.Differences.Select(difference => difference.Facet.Id));
        json.WriteEndObject();
    }

    private static void WriteNeed(Utf8JsonWriter json, Need need)
    {
        json.WriteStartObject();
        json.WriteString("facet", need.Facet);
        json.WriteString("question", need.Question);
        json.Strings("choices", need.Choices.Select(choice => choice.Text));
        json.WriteEndObject();
    }

    private static void WriteBoolean(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } known)
        {
            json.WriteBoolean(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
