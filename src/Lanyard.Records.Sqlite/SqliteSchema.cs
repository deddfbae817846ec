using Microsoft.Data.Sqlite;

namespace Lanyard.Records.Sqlite;

/// <summary>Compares the tables, indexes and triggers of a file with those that its migrations make.</summary>
internal static class SqliteSchema
{
    private const string Parts = "SELECT type || ' ' || name || char(10) || sql FROM sqlite_schema WHERE sql NOT NULL "
        + "ORDER BY 1";

    private static readonly string[] Acting = ["trigger ", "view "]; // what nobody else may put in

    private static readonly TimeSpan NoPatience = TimeSpan.Zero;

    /// <summary>What is missing or otherwise than it was made, each in a sentence without its end.</summary>
    public static IEnumerable<string> Problems(SqliteSession session)
    {
        var there = Read(session);
        var made = Made(SqliteMigrations.Done(session));
        foreach (var (name, sql) in made)
        {
            if (!there.TryGetValue(name, out var found))
            {
                yield return $"the {name} is gone";
            }
            else if (found != sql)
            {
                yield return $"the {name} was changed";
            }
        }

        foreach (var name in there.Keys.Where(name => !made.ContainsKey(name)
            && Acting.Any(kind => name.StartsWith(kind, StringComparison.Ordinal))))
        {
            yield return $"the {name} was put in by somebody else";
        }
    }

    private static Dictionary<string, string> Made(int migrations)
    {
        using var plain = SqliteSession.Open(
            new SqliteConnectionStringBuilder { DataSource = ":memory:", Pooling = false }.ToString(), NoPatience);
        SqliteMigrations.Run(plain, migrations);
        return Read(plain);
    }

    private static Dictionary<string, string> Read(SqliteSession session) =>
        session.Texts(Parts).Select(part => part.Split('\n', 2))
            .ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
}
