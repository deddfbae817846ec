using System.Globalization;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records.Chain;
using Lanyard.Records.Storage;

namespace Lanyard.Records.Sqlite;

/// <summary>The statements that readers and transactions share.</summary>
internal static class SqliteQueries
{
    private const string EntryColumns = "sequence, kind, subject, by, at, recorded_at, policy_hash, clause, body, "
        + "sealed, key_name, previous, hash, ";

    public static ChainHead Head(SqliteSession session, OrganisationId organisation)
    {
        using var found = session.Take("SELECT sequence, hash FROM entry WHERE organisation = ? ORDER BY sequence "
            + "DESC LIMIT 1", organisation.ToString());
        return found.Step() ? new(found.Number(0), found.Text(1)) : new(0, "");
    }

    public static IEnumerable<Entry> Entries(SqliteSession session, OrganisationId organisation, long from) =>
        Entries(session, organisation, $"SELECT {EntryColumns}{Code(session)} FROM entry WHERE organisation = ? AND sequence >= ? "
            + "ORDER BY sequence", from);

    public static IEnumerable<Entry> EntriesAbout(SqliteSession session, OrganisationId organisation, string subject) =>
        Entries(session, organisation, $"SELECT {EntryColumns}{Code(session)} FROM entry WHERE organisation = ? AND subject = ? "
            + "ORDER BY sequence", subject);

    public static Row? Find(SqliteSession session, OrganisationId organisation, string register, string key)
    {
        using var found = session.Take(
            """
            SELECT r.body, r.version, r.sort, t.term FROM row r
            LEFT JOIN term t ON t.organisation = r.organisation AND t.register = r.register AND t.key = r.key
            WHERE r.organisation = ? AND r.register = ? AND r.key = ? ORDER BY t.term
            """,
            organisation.ToString(), register, key);
        if (!found.Step())
        {
            return null;
        }

        var row = new Row(key, found.Text(0), found.Number(1), found.Text(2), []);
        var terms = new List<string>();
        do
        {
            if (found.FindText(3) is { } term)
            {
                terms.Add(term);
            }
        }
        while (found.Step());
        return row with { Terms = terms };
    }

    public static IReadOnlyList<Row> List(SqliteSession session, OrganisationId organisation, RowQuery query)
    {
        var (beyond, order) = query.IsBackwards ? ("<", "DESC") : (">", "ASC");
        var (row, from) = query.Term is null
            ? ("x", "FROM row x WHERE x.organisation = ? AND x.register = ?")
            : ("r", "FROM term x JOIN row r ON r.organisation = x.organisation AND r.register = x.register AND "
                + "r.key = x.key WHERE x.organisation = ? AND x.register = ? AND x.term = ?");
        var after = query.After is null ? "" : $" AND (x.sort, x.key) {beyond} (?, ?)";
        object?[] values =
        [
            organisation.ToString(), query.Register, .. query.Term is { } term ? [term] : Array.Empty<object?>(),
            .. query.After is { } place ? [place.Sort, place.Key] : Array.Empty<object?>(), (long)query.Take,
        ];
        using var found = session.Take($"SELECT {row}.key, {row}.body, {row}.version, {row}.sort {from}{after} "
            + $"ORDER BY x.sort {order}, x.key {order} LIMIT ?", values);
        var rows = new List<Row>();
        while (found.Step())
        {
            rows.Add(new(found.Text(0), found.Text(1), found.Number(2), found.Text(3), []));
        }

        return rows;
    }

    public static long Count(SqliteSession session, OrganisationId organisation, string register, string? term)
    {
        using var found = term is null
            ? session.Take("SELECT COUNT(*) FROM row WHERE organisation = ? AND register = ?", organisation.ToString(),
                register)
            : session.Take("SELECT COUNT(*) FROM term WHERE organisation = ? AND register = ? AND term = ?",
                organisation.ToString(), register, term);
        found.Step();
        return found.Number(0);
    }

    public static IReadOnlyList<IndexEntry> Index(SqliteSession session, OrganisationId organisation, string register)
    {
        using var found =
            session.Take("SELECT key, term, sort FROM term WHERE organisation = ? AND register = ?",
            organisation.ToString(), register);
        var index = new List<IndexEntry>();
        while (found.Step())
        {
            index.Add(new(found.Text(0), found.Text(1), found.Text(2)));
        }

        return index;
    }

    public static IReadOnlyList<string> Registers(SqliteSession session, OrganisationId organisation)
    {
        using var found =
            session.Take("SELECT DISTINCT register FROM row WHERE organisation = ? ORDER BY 1",
            organisation.ToString());
        var registers = new List<string>();
        while (found.Step())
        {
            registers.Add(found.Text(0));
        }

        return registers;
    }

    // A file of an earlier version that may only be read has no such column.
    private static string Code(SqliteSession session) => session.HasEntryCodes ? "mac" : "NULL";

    // One at a time, for a chain may be longer than the memory.
    private static IEnumerable<Entry> Entries(SqliteSession session, OrganisationId organisation, string sql,
        object value)
    {
        using var found = session.Take(sql, organisation.ToString(), value);
        while (found.Step())
        {
            yield return new(
                organisation, found.Number(0), found.Text(1), found.Text(2), Author(found.FindText(3)),
                    Moment(found.Text(4)), Moment(found.Text(5)),
                found.FindText(6), found.FindText(7), found.Text(8), found.FindBytes(9), found.FindText(10),
                    found.Text(11), found.Text(12)) { Mac = found.FindText(13) };
        }
    }

    // What somebody wrote over and cannot be read any more is read as nobody, long ago: the hash does not fit, and the check of the chain names the entry.
    private static PersonId? Author(string? text) => text is null ? null : new PersonId(Guid.TryParseExact(text, "N", out var id) ? id : Guid.Empty);

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : DateTimeOffset.MinValue;
}
