using System.Runtime.InteropServices;

namespace Lanyard.Testing.Faults;

/// <summary>Limits of the engine itself: how many pages a file may have, and how much memory the whole
/// process.</summary>
public static unsafe class EngineLimits
{
    private const string Engine = "e_sqlite3";

    private static bool _isThere;

    /// <summary>How many pages a file may have whose path holds <see cref="FaultyDisk.Mark"/>, from the next time that
    /// it is opened; 0 for any number.</summary>
    public static int MostPages { get; set; }

    /// <summary>How much memory the engine uses now, in bytes.</summary>
    public static long MemoryUsed => Used();

    /// <summary>Makes the limits heard by every connection that is opened from now on.</summary>
    public static void Install()
    {
        if (!_isThere)
        {
            _isThere = true;
            delegate* unmanaged<nint, byte**, void*, int> opened = &Opened;
            _ = AtOpen(opened);
        }
    }

    /// <summary>Lets the engine have no more memory than that; 0 for as much as there is.</summary>
    public static void LimitMemory(long bytes) => _ = Limit(bytes);

    [UnmanagedCallersOnly]
    private static int Opened(nint connection, byte** message, void* api)
    {
        if (MostPages > 0
            && Marshal.PtrToStringUTF8(FileOf(connection, "main"))?.Contains(FaultyDisk.Mark,
            StringComparison.Ordinal) == true)
        {
            return Run(connection, $"PRAGMA max_page_count = {MostPages}", 0, 0, 0);
        }

        return 0;
    }

    [DllImport(Engine, EntryPoint = "sqlite3_auto_extension")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int AtOpen(void* entryPoint);

    [DllImport(Engine, EntryPoint = "sqlite3_db_filename")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint FileOf(nint connection, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [DllImport(Engine, EntryPoint = "sqlite3_exec")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Run(nint connection, [MarshalAs(UnmanagedType.LPUTF8Str)] string sql, nint callback,
        nint data, nint message);

    [DllImport(Engine, EntryPoint = "sqlite3_hard_heap_limit64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long Limit(long bytes);

    [DllImport(Engine, EntryPoint = "sqlite3_memory_used")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long Used();
}
