namespace Lanyard.Web.Infrastructure;

/// <summary>Files and folders that nobody but Lanyard's own user may read.</summary>
/// <remarks>On Windows the rights of the folder that they lie in hold.</remarks>
internal static class OwnerOnly
{
    private const UnixFileMode OfFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfFolders = OfFiles | UnixFileMode.UserExecute;

    /// <summary>Makes a folder, if it is not there.</summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OfFolders);
        }
    }

    /// <summary>Makes an empty file, if none is there, so that whatever writes it does so in a file that is closed to
    /// others.</summary>
    public static void MakeFile(string file)
    {
        if (!File.Exists(file))
        {
            Open(file, FileMode.CreateNew).Dispose();
        }
    }

    /// <summary>Opens a file for writing that is closed to others from the beginning.</summary>
    public static FileStream Open(string file, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OfFiles;
        }

        return new(file, options);
    }

    /// <summary>Takes away what others may do with a folder and everything in it.</summary>
    /// <exception cref="IOException">It belongs to somebody else, so that it cannot be closed to others.</exception>
    public static void Close(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Narrow(folder, OfFolders);
        foreach (var inside in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
        {
            Narrow(inside, OfFolders);
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            Narrow(file, OfFiles);
        }
    }

    /// <summary>Takes away what others may do with a file.</summary>
    /// <exception cref="IOException">It belongs to somebody else, so that it cannot be closed to others.</exception>
    public static void CloseFile(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            Narrow(file, OfFiles);
        }
    }

    // By its path alone: to open and close a file of records would end the engine's own locks on it.
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Narrow(string path, UnixFileMode most)
    {
        try
        {
            var mode = File.GetUnixFileMode(path);
            if ((mode & ~most) != UnixFileMode.None)
            {
                File.SetUnixFileMode(path, mode & most);
            }
        }
        catch (FileNotFoundException)
        {
            // The log of the records comes and goes.
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new IOException($"Others on this machine can read {path}, and Lanyard may not change that. Make "
                + $"it belong to the user that runs Lanyard, and close it to others (chmod go= {path}).", problem);
        }
    }
}
