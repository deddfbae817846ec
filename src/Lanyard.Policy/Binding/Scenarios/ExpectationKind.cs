namespace Lanyard.Policy.Binding.Scenarios;

/// <summary>What a line after an arrow expects.</summary>
public enum ExpectationKind
{
    /// <summary>A verdict, perhaps with the clauses that give it and the conditions it lists.</summary>
    Verdict,

    /// <summary>A duty that arises.</summary>
    Duty,

    /// <summary>Advice that is shown.</summary>
    Advice,

    /// <summary>A procedure that a breach could lead to.</summary>
    Procedure,

    /// <summary>A conflict between two clauses.</summary>
    Conflict,

    /// <summary>Training, acceptance, teaching or guidance that is due.</summary>
    Due,

    /// <summary>Something that a record lacks.</summary>
    Missing,

    /// <summary>A record that lacks nothing.</summary>
    Complete,

    /// <summary>A person or platform that the policy applies to.</summary>
    InScope,

    /// <summary>A person or platform that the policy does not apply to.</summary>
    OutOfScope,

    /// <summary>A fact about the policy itself: its review, owner, ratification, documents or law.</summary>
    Governance,
}
