namespace Lanyard.Workflows.Access.Cases;

/// <summary>How a role that sees cases comes to somebody.</summary>
public enum CaseRoleGiving
{
    /// <summary>Not at all: nobody gives it to themselves.</summary>
    Never,

    /// <summary>At once, by a holder of the same role.</summary>
    ByHolder,

    /// <summary>At once, to the first holder there ever was, and marked until a second person confirms it.</summary>
    ToFirst,

    /// <summary>Once a second person has confirmed it.</summary>
    ByTwo,
}
