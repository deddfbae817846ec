namespace Lanyard.Workflows.People.Import;

/// <summary>What a bundle says about how much each of its files tells.</summary>
/// <remarks>Source: 1EdTech OneRoster 1.1 and 1.2, manifest.csv: the property `file.users` is bulk, delta or
/// absent.</remarks>
internal sealed record OneRosterManifest(bool IsThere, bool HasUsersDelta, bool HasRolesDelta, bool HasOrgsDelta)
{
    /// <summary>Reads it; without one, everything is told.</summary>
    public static OneRosterManifest Read(CsvTable? table)
    {
        if (table is null)
        {
            return new(IsThere: false, HasUsersDelta: false, HasRolesDelta: false, HasOrgsDelta: false);
        }

        var (name, value) = (Math.Max(table.Find("propertyName"), 0), table.Find("value") is >= 0 and var at ? at : 1);
        bool IsDelta(string file) => table.Lines.Any(line =>
            CsvTable.Cell(line, name).Equals($"file.{file}", StringComparison.OrdinalIgnoreCase)
                && CsvTable.Cell(line, value).Equals("delta", StringComparison.OrdinalIgnoreCase));
        return new(IsThere: true, IsDelta("users"), IsDelta("roles"), IsDelta("orgs"));
    }

    /// <summary>What to know about it.</summary>
    public IEnumerable<ImportNote> Notes()
    {
        if (!IsThere)
        {
            yield return new(0, "The bundle has no manifest.csv, so it is taken to hold everybody (bulk).");
        }

        if (HasUsersDelta)
        {
            yield return new(
                0, "The bundle says that users.csv holds only what changed (delta). So nobody is missing from it: "
                    + "leavers are those it marks `tobedeleted`.");
        }

        if (HasRolesDelta)
        {
            yield return new(
                0, "The bundle says that roles.csv holds only what changed (delta). So a role that is missing from it "
                    + "stays, and one that it marks `tobedeleted` ends.");
        }

        if (HasOrgsDelta)
        {
            yield return new(
                0, "The bundle says that orgs.csv holds only what changed (delta). A line about a school that is not "
                    + "in it is left out.");
        }
    }
}
