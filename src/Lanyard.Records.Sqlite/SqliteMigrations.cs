using System.Reflection;

namespace Lanyard.Records.Sqlite;

/// <summary>Brings a file to the form that this version knows. The migrations are numbered files; the file remembers
/// the number of the last.</summary>
internal static class SqliteMigrations
{
    private static readonly Assembly Here = Assembly.GetExecutingAssembly();

    /// <summary>Runs what has not been run yet, all of it or nothing.</summary>
    /// <exception cref="InvalidOperationException">A later version wrote the file.</exception>
    public static void Run(SqliteSession session)
    {
        var names = Here.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
        if (Done(session, names.Count) == names.Count)
        {
            return; // a file that needs nothing is not locked
        }

        session.Execute("BEGIN IMMEDIATE");
        foreach (var name in names.Skip(Done(session, names.Count)))
        {
            using var reader = new StreamReader(Here.GetManifestResourceStream(name)!); // it is in the list
            session.Script(reader.ReadToEnd());
        }

        session.Script($"PRAGMA user_version = {names.Count}; COMMIT");
    }

    private static int Done(SqliteSession session, int known)
    {
        using var version = session.Take("PRAGMA user_version");
        version.Step();
        var done = (int)version.Number(0);
        return done <= known ? done
            : throw new InvalidOperationException($"This file was written by a later version of Lanyard (its form "
            + $"is {done}, this version knows {known}). Use that version.");
    }
}
