using System.Text.Json;
using Lanyard.Decisions.Situations;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions.Replaying;

/// <summary>Asks recorded answers again: of the same policy they come out the same, of a draft they show what would change.</summary>
public sealed class Replay(Decider decider, DateOnly today)
{
    /// <summary>Asks one recorded answer again.</summary>
    /// <param name="line">The line of the log it stands on, counted from one.</param>
    /// <param name="recorded">The answer as <c>lanyard decide --json</c> printed it.</param>
    /// <param name="problem">Why the line is no recorded answer, if it is none.</param>
    public ReplayedDecision? Again(int line, string recorded, out string? problem)
    {
        problem = null;
        try
        {
            using var document = JsonDocument.Parse(recorded);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("situation", out var situation)
                || !root.TryGetProperty("verdict", out var said) || said.ValueKind != JsonValueKind.String
                || Enum.GetValues<Verdict>().Cast<Verdict?>().FirstOrDefault(known => known!.Value.InWords() == said.GetString()) is not { } verdict)
            {
                problem = "it has no \"situation\" and \"verdict\" as `lanyard decide --json` prints them";
                return null;
            }

            var read = SituationJson.Read(decider.Policy, situation.GetRawText(), today);
            if (read.Situation is not { } told)
            {
                problem = read.Problems[0].Message;
                return null;
            }

            var isSame = root.TryGetProperty("policy", out var hash) && hash.ValueKind == JsonValueKind.String && hash.GetString() == decider.Policy.ContentHash;
            return new(line, verdict, decider.Decide(told), isSame);
        }
        catch (JsonException)
        {
            problem = "it is not JSON";
            return null;
        }
    }
}
