namespace Lanyard.Testing.Faults;

/// <summary>The calls of the engine to its disk that can be made to fail.</summary>
[Flags]
public enum DiskCall
{
    None = 0,
    Read = 1,
    Write = 2,
    Truncate = 4,
    Sync = 8,
    Lock = 16,
    MapShared = 32,
    LockShared = 64,
    All = Read | Write | Truncate | Sync | Lock | MapShared | LockShared,
}
