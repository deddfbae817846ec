namespace Lanyard.Workflows.People.Import;

/// <summary>How far two names go together.</summary>
internal enum NameFit
{
    /// <summary>They are two people's.</summary>
    Other,

    /// <summary>They can be one person's whose surname or spelling has changed.</summary>
    Near,

    /// <summary>They are the same but for marks, case and order.</summary>
    Same,
}
