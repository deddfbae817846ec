namespace Lanyard.Workflows.People.Import;

/// <summary>Why a line of a file may be about a person who is known, without being so for certain.</summary>
public enum SameReason
{
    /// <summary>The id is the same, and the name is another altogether.</summary>
    IdWithAnotherName,

    /// <summary>Id and name are the same, in another school, kind of people or system.</summary>
    IdElsewhere,

    /// <summary>The ids are equal but for zeros in front, which spreadsheets take away.</summary>
    IdWithoutZeros,

    /// <summary>The UPN is the same, and the name is another.</summary>
    Upn,

    /// <summary>The email address is the same; id or name is another.</summary>
    Address,

    /// <summary>Somebody who left had the email address.</summary>
    AddressOfALeaver,

    /// <summary>Name, school and year group are the same; the id is another.</summary>
    Name,
}
