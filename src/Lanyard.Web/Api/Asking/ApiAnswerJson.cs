using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lanyard.Decisions;
using Lanyard.Decisions.Interviews;
using Lanyard.Decisions.Writing;
using Lanyard.Domain.Situations;
using Lanyard.Web.Features.Ask;

namespace Lanyard.Web.Api.Asking;

/// <summary>Writes what the policies answer a program, the strictest first.</summary>
internal static class ApiAnswerJson
{
    private const string Confirmation = "Is that right?";

    private static readonly HashSet<string> NoneSettled = [];
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IReadOnlyList<PolicyAnswer> given, HeardByApi heard)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            WriteFields(json, given[0], heard);
            json.Strings("notUnderstood", heard.NotUnderstood);
            WorryJson.WriteFields(json, heard.Worry, given.SelectMany(answer => answer.Decision.Duties));
            json.Strings("confirm", heard.Doubts);
            json.WriteString("question", Question(given, heard));
            json.Array("others", given.Skip(1), answer =>
            {
                json.WriteStartObject();
                WriteFields(json, answer, heard);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void WriteFields(Utf8JsonWriter json, PolicyAnswer answer, HeardByApi heard)
    {
        var decision = heard.IsOnlyWorry ? WhomToTell(answer.Decision)
            : heard.Doubts.IsEmpty && !(heard.IsSaid && answer.Decision.IsLiftable) ? answer.Decision
            : answer.Decision.Unconfirmed();
        DecisionJson.WriteFields(json, answer.Text.Policy!, decision); // only compiled texts are in force
        json.WriteString("policyId", answer.File.Id.ToString());
        json.WriteString("title", answer.File.Title);
    }

    // Somebody who tells of harm hears who to tell, and nothing is decided about it.
    private static Decision WhomToTell(Decision decision) => decision.Unconfirmed() with
    {
        Situation = Situation.Silent(decision.Situation.Lexicon),
        Duties = [.. decision.Duties.Where(duty => duty.IsCertain)],
        Advice = [],
        Due = [],
        Needs = [],
    };

    private static string? Question(IEnumerable<PolicyAnswer> given, HeardByApi heard) =>
        heard.IsOnlyWorry || !heard.IsSaid ? null
        : !heard.Doubts.IsEmpty ? Confirmation
        : given.Select(answer => new Interview(answer.Text.Decider!).Next(answer.Decision, NoneSettled)) // as above
            .FirstOrDefault(question => question is not null)?.Text;
}
