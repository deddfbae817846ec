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
}
