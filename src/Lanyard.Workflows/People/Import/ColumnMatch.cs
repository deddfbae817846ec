namespace Lanyard.Workflows.People.Import;

/// <summary>What a column of a file is taken for.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Column">What it holds, by its name in <see cref="PeopleColumns"/>; <see langword="null"/> if it is not
/// read.</param>
/// <param name="Samples">Two of its values.</param>
public sealed record ColumnMatch(string Header, string? Column, IReadOnlyList<string> Samples)
{
    /// <summary>The header as answers are kept by it.</summary>
    public string Key => PeopleColumns.Plain(Header);
}
