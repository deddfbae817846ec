namespace Lanyard.Records.Checkpoints;

/// <summary>A signature under a note.</summary>
/// <param name="Name">The name of the key.</param>
/// <param name="Id">The id of the key: four bytes.</param>
/// <param name="Content">What its holder made.</param>
public sealed record NoteSignature(string Name, byte[] Id, byte[] Content)
{
    /// <summary>Its line, without the end of the line.</summary>
    public override string ToString() => $"\u2014 {Name} {Convert.ToBase64String([.. Id, .. Content])}";
}
