namespace Lanyard.Workflows.People;

/// <summary>The kinds of people that a school keeps apart lists of.</summary>
public enum PersonKind
{
    /// <summary>Those who work there.</summary>
    Staff,

    /// <summary>Pupils, and those who were.</summary>
    Pupil,

    /// <summary>Parents, carers and relatives.</summary>
    Parent,

    /// <summary>Governors and trustees.</summary>
    Governor,

    /// <summary>Volunteers, contractors and partners.</summary>
    Visitor,
}
