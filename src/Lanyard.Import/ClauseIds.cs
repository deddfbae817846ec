namespace Lanyard.Import;

/// <summary>Sees to it that no two clauses have one number.</summary>
internal sealed class ClauseIds
{
    private readonly HashSet<string> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _last = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _notes = [];

    /// <summary>Which numbers stood in the document more than once.</summary>
    public IEnumerable<string> Notes => _notes;

    /// <summary>A number, or that number with a count if a clause has it already.</summary>
    public string Unique(string id)
    {
        var unique = id;
        for (var again = _last.GetValueOrDefault(id, 1) + 1; !_ids.Add(unique); again++)
        {
            (unique, _last[id]) = ($"{id} ({again})", again);
        }

        if (unique != id)
        {
            _notes.Add($"the number {id} stands in the document more than once; the second is {unique} here");
        }

        return unique;
    }
}
