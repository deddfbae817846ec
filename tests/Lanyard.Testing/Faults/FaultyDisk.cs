using System.Runtime.InteropServices;

namespace Lanyard.Testing.Faults;

/// <summary>
/// A disk under the engine that fails when it is told to, as the engine's own tests have one. It serves every file of
/// the process as
/// the usual one does; only files whose path holds <see cref="Mark"/> can fail.
/// </summary>
public static unsafe class FaultyDisk
{
    /// <summary>What the path of a file holds that can fail.</summary>
    public const string Mark = "faulty-";

    private const int Ok = 0;
    private const string Engine = "e_sqlite3";

    private static readonly Lock Door = new();
    private static readonly Dictionary<nint, nint> Tables = [];
    private static delegate* unmanaged<Vfs*, byte*, File*, int, int*, int> _open;
    private static Methods _usual; // of a file of records; the calls that others have are the same
    private static DiskFault? _fault;
    private static long _calls;
    private static bool _isThere;

    /// <summary>How often a call has failed since the fault was set.</summary>
    public static long Failed { get; private set; }

    /// <summary>Puts it under every file that is opened from now on.</summary>
    public static void Install()
    {
        lock (Door)
        {
            if (_isThere)
            {
                return;
            }

            _isThere = true;
            var usual = Find(null);
            var ours = (Vfs*)NativeMemory.Alloc((nuint)sizeof(Vfs));
            *ours = *usual;
            ours->Name = (byte*)Marshal.StringToCoTaskMemUTF8("faulty");
            _open = usual->Open;
            ours->Open = &Open;
            if (Register(ours, makeDefault: 1) != Ok)
            {
                throw new InvalidOperationException("The engine does not take the disk.");
            }
        }
    }

    /// <summary>Lets calls fail from now on; <see langword="null"/> for none.</summary>
    public static void Set(DiskFault? fault)
    {
        lock (Door)
        {
            (_fault, _calls, Failed) = (fault, 0, 0);
        }
    }

    private static int Next(DiskCall call)
    {
        lock (Door)
        {
            if (_fault is null || !_fault.Calls.HasFlag(call))
            {
                return Ok;
            }

            _calls++;
            var fails = _fault.ForEver ? _calls >= _fault.At : _calls == _fault.At;
            Failed += fails ? 1 : 0;
            return fails ? _fault.Code : Ok;
        }
    }

    [UnmanagedCallersOnly]
    private static int Open(Vfs* vfs, byte* name, File* file, int flags, int* flagsOut)
    {
        var result = _open(vfs, name, file, flags, flagsOut);
        if (result == Ok && file->Methods is not null && name is not null
            && Marshal.PtrToStringUTF8((nint)name)!.Contains(Mark, StringComparison.Ordinal))
        {
            file->Methods = Wrapped(file->Methods);
        }

        return result;
    }

    private static Methods* Wrapped(Methods* usual)
    {
        lock (Door)
        {
            if (!Tables.TryGetValue((nint)usual, out var table))
            {
                var ours = (Methods*)NativeMemory.Alloc((nuint)sizeof(Methods));
                *ours = *usual;
                ours->Read = &Read;
                ours->Write = &Write;
                ours->Truncate = &Truncate;
                ours->Sync = &Sync;
                if (usual->MapShared is not null)
                {
                    ours->Lock = &LockFile;
                    ours->MapShared = &MapShared;
                    ours->LockShared = &LockShared;
                    _usual = *usual;
                }
                else if (_usual.Read is null)
                {
                    _usual = *usual;
                }

                Tables[(nint)usual] = table = (nint)ours;
            }

            return (Methods*)table;
        }
    }

    [UnmanagedCallersOnly]
    private static int Read(File* file, void* buffer, int count, long at) =>
        Next(DiskCall.Read) is not Ok and var code ? code : _usual.Read(file, buffer, count, at);

    [UnmanagedCallersOnly]
    private static int Write(File* file, void* buffer, int count, long at) =>
        Next(DiskCall.Write) is not Ok and var code ? code : _usual.Write(file, buffer, count, at);

    [UnmanagedCallersOnly]
    private static int Truncate(File* file, long size) =>
        Next(DiskCall.Truncate) is not Ok and var code ? code : _usual.Truncate(file, size);

    [UnmanagedCallersOnly]
    private static int Sync(File* file, int flags) =>
        Next(DiskCall.Sync) is not Ok and var code ? code : _usual.Sync(file, flags);

    [UnmanagedCallersOnly]
    private static int LockFile(File* file, int kind) =>
        Next(DiskCall.Lock) is not Ok and var code ? code : _usual.Lock(file, kind);

    [UnmanagedCallersOnly]
    private static int MapShared(File* file, int page, int size, int extend, void** at) =>
        Next(DiskCall.MapShared) is not Ok and var code ? code : _usual.MapShared(file, page, size, extend, at);

    [UnmanagedCallersOnly]
    private static int LockShared(File* file, int offset, int count, int flags) =>
        // letting go never fails
        (flags & 2) != 0 && Next(DiskCall.LockShared) is not Ok and var code ? code
        : _usual.LockShared(file, offset, count, flags);

    [DllImport(Engine, EntryPoint = "sqlite3_vfs_find")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern Vfs* Find(byte* name);

    [DllImport(Engine, EntryPoint = "sqlite3_vfs_register")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Register(Vfs* vfs, int makeDefault);

    // The forms of sqlite3.h.
    [StructLayout(LayoutKind.Sequential)]
    private struct Vfs
    {
        public int Version;
        public int FileSize;
        public int LongestPath;
        public Vfs* Next;
        public byte* Name;
        public void* Data;
        public delegate* unmanaged<Vfs*, byte*, File*, int, int*, int> Open;
        public Others Rest;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Others
    {
        public fixed long Pointers[15];
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct File
    {
        public Methods* Methods;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Methods
    {
        public int Version;
        public void* Close;
        public delegate* unmanaged<File*, void*, int, long, int> Read;
        public delegate* unmanaged<File*, void*, int, long, int> Write;
        public delegate* unmanaged<File*, long, int> Truncate;
        public delegate* unmanaged<File*, int, int> Sync;
        public void* FileSize;
        public delegate* unmanaged<File*, int, int> Lock;
        public void* Unlock;
        public void* IsReserved;
        public void* Control;
        public void* SectorSize;
        public void* Traits;
        public delegate* unmanaged<File*, int, int, int, void**, int> MapShared;
        public delegate* unmanaged<File*, int, int, int, int> LockShared;
        public void* Barrier;
        public void* UnmapShared;
        public void* Fetch;
        public void* Unfetch;
    }
}
