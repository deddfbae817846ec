namespace Lanyard.Records.Checkpoints;

/// <summary>How the holder of a key signs notes (C2SP signed-note). The numbers are those of the standard.</summary>
public enum NoteKeyKind
{
    /// <summary>Ed25519 over the text.</summary>
    Log = 0x01,

    /// <summary>Ed25519 over the text and a time: a cosignature (C2SP tlog-cosignature).</summary>
    Witness = 0x04,
}
