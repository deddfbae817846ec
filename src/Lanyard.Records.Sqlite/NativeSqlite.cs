using System.Runtime.InteropServices;

namespace Lanyard.Records.Sqlite;

/// <summary>Chooses the SQLite engine: the system's, which is kept up to date, before the one in the package.</summary>
internal static class NativeSqlite
{
    private const string Wanted = "e_sqlite3";

    private static readonly Lazy<bool> Loaded = new(Load);

    /// <summary>Loads the engine once, and tells whether it is the system's.</summary>
    public static bool IsSystems => Loaded.Value;

    private static bool Load()
    {
        var isSystems = NativeLibrary.TryLoad("libsqlite3.so.0", out var system) || NativeLibrary.TryLoad("libsqlite3.dylib", out system);
        if (isSystems)
        {
            NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, (name, _, _) => name == Wanted ? system : IntPtr.Zero);
        }

        SQLitePCL.Batteries_V2.Init();
        return isSystems;
    }
}
