using System.Text;
using Lanyard.Decisions;
using Lanyard.Policy.Compilation;

namespace Lanyard.Cli.Output;

/// <summary>Writes an answer as a person reads it.</summary>
internal static class DecisionText
{
    private const int MostNeeds = 6;

    /// <summary>An answer, after the situation that it is about.</summary>
    public static string Render(CompiledPolicy policy, Decision decision) => $"I understood: {policy.Phrasing.Sentence(decision.Situation)}\n\n{Answer(policy, decision, [])}";

    /// <summary>An answer alone, with what whoever knows that it was done must do.</summary>
    public static string Answer(CompiledPolicy policy, Decision decision, IReadOnlyCollection<Witness> witnesses)
    {
        var text = new StringBuilder();
        var verdict = decision.Verdict.InWords();
        var by = decision.Clauses.IsEmpty ? "" : $", by {string.Join(", ", decision.Clauses)}";
        text.Append(Ink.Of(decision.Verdict, char.ToUpperInvariant(verdict[0]) + verdict[1..])).Append(by).Append('.');
        text.Append(decision.Gloss.Length == 0 ? "" : " " + decision.Gloss).Append('\n');
        if (decision.Scope.IsInScope == false)
        {
            text.Append(decision.Verdict is Verdict.NotCovered or Verdict.Permitted
                ? $"The policy is not about this ({decision.Scope.Clause}).\n"
                : $"Clause {decision.Scope.Clause} puts this outside what the policy is about, and yet the policy speaks of it: what it says here holds.\n");
        }

        Section(text, "Because", decision.Because.Where(reason => reason.Part != ReasonPart.MayHold)
            .Select(reason => Because(decision, reason)));
        Section(text, "Could count too, depending on what is not known", decision.Because
            .Where(reason => reason.Part == ReasonPart.MayHold).Select(reason => Because(decision, reason)));
        Section(text, "Conditions", decision.Conditions.Select(condition => $"{condition.Clause}  {condition.Text}"));
        Section(text, "What must be done", decision.Duties.Where(duty => duty.IsCertain).Select(duty => Must(duty)));
        foreach (var witness in witnesses)
        {
            Section(text, $"{witness.If}, and you know of it", witness.Duties.Select(duty => Must(duty)));
        }

        Section(text, "What must be done, depending on what is not known", decision.Duties.Where(duty => !duty.IsCertain).Select(duty => Must(duty)));
        Section(text, "Procedures that a breach could lead to", decision.Procedures.Select(notice => $"{notice.Clause}  {notice.Text}"));
        Section(text, "Due", decision.Due.Select(notice => $"{notice.Clause}  {notice.Text}"));
        Section(text, "Advice", decision.Advice.Select(notice => $"{notice.Clause}  {notice.Text}"));
        Section(text, "Conflict", decision.Collisions.Select(collision => $"{collision.StricterClause} holds, and {collision.OtherClause} would allow it: the policy's owner should resolve this."));
        Section(text, "What would change the answer", decision.Changes.Select(change => change.Text));
        Section(text, "Not known, and could change the answer", Needs(decision, isForVerdict: true));
        Section(text, "Not known, and decides what must be done", Needs(decision, isForVerdict: false));
        return text.Append("\nPolicy ").Append(policy.Document.FrontMatter.Policy).Append(" of ").Append(policy.Document.FrontMatter.Organisation)
            .Append(", version ").Append(policy.Document.FrontMatter.Version).Append(", ").Append(decision.PolicyHash[..19]).ToString();
    }

    private static string Must(ArisingDuty duty) =>
        $"{duty.Clause}  {char.ToUpperInvariant(duty.Holder[0])}{duty.Holder[1..]} {duty.Modal} {duty.Text}";

    private static string Because(Decision decision, Reason reason)
    {
        var part = reason.Part switch
        {
            ReasonPart.Excepted => " (would be against it, but for its exception)",
            ReasonPart.HoldsToo => $" (holds too: {reason.Verdict.InWords()})",
            ReasonPart.MayHold => $" (may hold: {reason.Verdict.InWords()})",
            ReasonPart.Decides when decision.Verdict != reason.Verdict => $" ({reason.Verdict.InWords()})",
            _ => "",
        };
        return $"{reason.Clause}  {reason.Text}{part}";
    }

    private static IEnumerable<string> Needs(Decision decision, bool isForVerdict)
    {
        var needs = decision.Needs.Where(need => need.IsForVerdict == isForVerdict).ToList();
        foreach (var need in needs.Take(MostNeeds))
        {
            yield return $"{need.Question} ({string.Join(" / ", need.Choices.Select(choice => choice.Text.Length > 60 ? choice.Text[..57] + "..." : choice.Text))})";
        }

        if (needs.Count > MostNeeds)
        {
            yield return $"and {needs.Count - MostNeeds} more{(isForVerdict ? "; `lanyard ask` asks for them one by one" : "")}";
        }
    }

    private static void Section(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            if (first)
            {
                text.Append('\n').Append(Ink.Heading(heading)).Append(":\n");
                first = false;
            }

            text.Append("  ").Append(line).Append('\n');
        }
    }
}
