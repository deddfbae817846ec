namespace Lanyard.Web.Infrastructure;

/// <summary>What a signed-in person may be allowed to do.</summary>
public enum Permission
{
    /// <summary>What everybody who is signed in may do: ask, accept, answer, look after their own account.</summary>
    BeHere,

    /// <summary>Add and change people and their roles.</summary>
    ManagePeople,

    /// <summary>Change the organisation, its schools and its calendar.</summary>
    ManageOrganisation,

    /// <summary>Write drafts, consult, record ratifications, put policies in force.</summary>
    ManagePolicies,

    /// <summary>See the evidence, who accepted, and what is due.</summary>
    SeeEvidence,

    /// <summary>See who sees cases, and confirm or refuse that somebody is to.</summary>
    ConfirmCaseRoles,

    /// <summary>See the cases. A role alone does not carry it: a second factor is asked as well, and the role must be
    /// confirmed.</summary>
    SeeCases,

    /// <summary>Report a concern. Everybody may, and nothing is ever asked before it: no second factor, no fresh
    /// proof.</summary>
    ReportConcern,
}
