namespace Lanyard.Workflows.People.Import;

/// <summary>The places of a bundle: a department or a class of a school is that school, and what stands above the
/// schools is the whole organisation.</summary>
internal sealed class OneRosterPlaces
{
    private const int Deepest = 10;

    // How the organisation types of OneRoster that are no school are spelt.
    private static readonly HashSet<string> Above = new(
        ["district", "local", "state", "national"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Within = new(
        ["department", "class", "faculty"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, (string Name, string Type, string Parent)> _orgs;

    public OneRosterPlaces(CsvTable orgs)
    {
        var (id, name, type, parent) = (
            orgs.Find("sourcedId"), orgs.Find("name"), orgs.Find("type"), orgs.Find("parentSourcedId"));
        _orgs = orgs.Lines.DistinctBy(line => CsvTable.Cell(line, id))
            .ToDictionary(
                line => CsvTable.Cell(line, id), line =>
                (CsvTable.Cell(line, name), CsvTable.Cell(line, type), CsvTable.Cell(line, parent)),
                StringComparer.Ordinal);
    }

    /// <summary>The school of an organisation, empty for the whole; <see langword="null"/> if the bundle does not tell
    /// of it.</summary>
    public string? Find(string org)
    {
        for (var depth = 0; depth < Deepest && _orgs.TryGetValue(org, out var found); depth++)
        {
            if (!Within.Contains(found.Type) || !_orgs.ContainsKey(found.Parent))
            {
                // a school without a name is not the whole organisation
                return Above.Contains(found.Type) ? "" : found.Name.Length > 0 ? found.Name : org;
            }

            org = found.Parent;
        }

        return null;
    }
}
