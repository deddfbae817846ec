using Lanyard.Domain.Calendar;

namespace Lanyard.Workflows.Policies;

/// <summary>The policies of an organisation.</summary>
public sealed class PolicyFileRegister : Register<PolicyFile>
{
    /// <inheritdoc/>
    public override string Name => "policy";

    /// <inheritdoc/>
    protected override PolicyFile? After(PolicyFile? row, Happening happening)
    {
        if (happening.Event is DraftSaved saved)
        {
            return Saved(row, saved, happening.At);
        }

        return row is null ? null : happening.Event switch
        {
            DraftDiscarded => row.Versions.IsEmpty ? null : row with { Draft = null },
            ConsultationOpened opened => WithDraft(row, draft => draft with
            {
                Consultation = new(opened.Hash, opened.Groups, UkTime.DayOf(happening.At), opened.Until, IsOpen: true),
            }),
            ConsultationClosed closed => WithDraft(row, draft => draft with
            {
                // Only an open one is closed.
                Consultation = draft.Consultation! with { IsOpen = false, Closed = UkTime.DayOf(happening.At), Reached = closed.Reached },
            }),
            PolicyRatified ratified => WithDraft(row, draft => draft with
            {
                Ratification = new(ratified.Body, ratified.Minute, ratified.On, ratified.Condition, HowMet: null) { IsOnPaper = ratified.IsOnPaper, Written = draft.Written },
            }),
            RatificationCorrected corrected => Correct(row, corrected, UkTime.DayOf(happening.At)),
            ConditionMet met => WithDraft(row, draft => draft with { Ratification = draft.Ratification! with { HowMet = met.How } }), // only a ratification has a condition
            PolicyPutInForce put => PutInForce(row, put),
            PolicyReviewed reviewed => row with { Reviews = row.Reviews.Add(new(reviewed.Hash, reviewed.On, reviewed.By, reviewed.Outcome)) },
            _ => row,
        };
    }

    /// <inheritdoc/>
    protected override string Sort(PolicyFile row) => row.Title.ToUpperInvariant();

    // INVARIANT: a ratification belongs to one text. Another text has none.
    private static PolicyFile Saved(PolicyFile? row, DraftSaved saved, DateTimeOffset at)
    {
        var isSameText = row?.Draft?.Hash == saved.Hash;
        var draft = new PolicyDraft(saved.Hash, at, row?.Draft?.Consultation, isSameText ? row?.Draft?.Ratification : null);
        return row is null
            ? new(saved.Policy, saved.Title, saved.School, draft, [], [])
            : row with { Title = saved.Title, Draft = draft };
    }

    private static PolicyFile PutInForce(PolicyFile row, PolicyPutInForce put)
    {
        var draft = row.Draft ?? throw new InvalidOperationException($"Policy {row.Id} has no draft to put in force. PolicyCase should have refused.");
        var version = new PolicyVersionInForce(put.Hash, put.From, draft.Ratification!, draft.Consultation); // only what is ratified is put in force
        return row with { Draft = null, Versions = [.. row.Versions.Add(version).OrderBy(known => known.From)] }; // of two from one day, the later entered comes last, and applies
    }

    // The same text may have been ratified more than once: what is corrected is what PolicyFile.RatificationOf finds.
    private static PolicyFile Correct(PolicyFile row, RatificationCorrected corrected, DateOnly day)
    {
        if (row.Draft is { Ratification: { } ratification } draft && draft.Hash == corrected.Hash)
        {
            return row with { Draft = draft with { Ratification = ratification.Correct(corrected, day) } };
        }

        var version = row.Versions.Last(each => each.Hash == corrected.Hash); // refused where nothing was ratified
        return row with { Versions = row.Versions.SetItem(row.Versions.LastIndexOf(version), version with { Ratification = version.Ratification.Correct(corrected, day) }) };
    }

    private static PolicyFile WithDraft(PolicyFile row, Func<PolicyDraft, PolicyDraft> change) =>
        row.Draft is { } draft ? row with { Draft = change(draft) } : row;
}
