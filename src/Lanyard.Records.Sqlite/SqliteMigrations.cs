using System.Reflection;

namespace Lanyard.Records.Sqlite;

/// <summary>Brings a file to the form that this version knows. The migrations are numbered files; the file remembers
/// the number of the last.</summary>
internal static class SqliteMigrations
{
    private static readonly Assembly Here = Assembly.GetExecutingAssembly();

    private static readonly IReadOnlyList<string> Names = [.. Here.GetManifestResourceNames()
        .Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Runs what has not been run yet, all of it or nothing.</summary>
    /// <exception cref="InvalidOperationException">A later version wrote the file.</exception>
    public static void Run(SqliteSession session) => Run(session, Names.Count);

    /// <summary>Runs the first of them, as an earlier version knew them.</summary>
    public static void Run(SqliteSession session, int count)
    {
        if (Done(session) == count)
        {
            return; // a file that needs nothing is not locked
        }

        session.Execute("BEGIN IMMEDIATE");
        foreach (var name in Names.Take(count).Skip(Done(session)))
        {
            using var reader = new StreamReader(Here.GetManifestResourceStream(name)!); // it is in the list
            session.Script(reader.ReadToEnd());
        }

        session.Script($"PRAGMA user_version = {count}; COMMIT");
    }

    /// <summary>How many have been run.</summary>
    /// <exception cref="InvalidOperationException">A later version wrote the file.</exception>
    public static int Done(SqliteSession session)
    {
        using var version = session.Take("PRAGMA user_version");
        version.Step();
        var done = (int)version.Number(0);
        return done <= Names.Count ? done
            : throw new InvalidOperationException($"This file was written by a later version of Lanyard (its form "
            + $"is {done}, this version knows {Names.Count}). Use that version.");
    }
}
