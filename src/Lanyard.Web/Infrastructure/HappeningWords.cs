using Lanyard.Domain.People;
using Lanyard.Workflows;
using Lanyard.Workflows.Acceptances;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Infrastructure;

/// <summary>How the pages say what happened.</summary>
public static class HappeningWords
{
    /// <summary>A line: when, what, who.</summary>
    public static string Line(Happening happening, IReadOnlyDictionary<PersonId, string> names) =>
        $"{happening.At.InWords()}: {What(happening.Event)}, by {(happening.By is { } by ? names.GetValueOrDefault(by, "somebody") : "Lanyard")}";

    /// <summary>What happened, in words.</summary>
    public static string What(Event happened) => happened switch
    {
        DraftSaved => "a draft was saved",
        DraftDiscarded => "the draft was given up",
        ConsultationOpened opened => $"a consultation of {string.Join(", ", opened.Groups)} was opened, until {opened.Until.InWords()}",
        ConsultationClosed => "the consultation was closed",
        PolicyRatified ratified => $"ratified by the {ratified.Body} ({ratified.Minute}, {ratified.On.InWords()}){(ratified.Condition is { } condition ? $" on the condition: {condition}" : "")}",
        RatificationCorrected corrected => $"the record of the ratification was corrected to: {corrected.Minute}, {corrected.On.InWords()} ({corrected.Reason})",
        ConditionMet met => $"the condition was met: {met.How}",
        PolicyPutInForce put => $"put in force from {put.From.InWords()}",
        PolicyReviewed reviewed => $"reviewed by {reviewed.By}: {reviewed.Outcome}",
        PolicyAccepted => "a version was accepted",
        _ => Records.EventKinds.Kind(happened.GetType()).Replace('-', ' '),
    };
}
