namespace Lanyard.Workflows.People.Import;

/// <summary>What somebody says to the question whether a line of a file is about a person who is known.</summary>
public enum SameAnswer
{
    /// <summary>Nothing yet.</summary>
    Unsaid,

    /// <summary>It is the same person.</summary>
    Same,

    /// <summary>It is somebody else.</summary>
    Other,
}
