using System.Globalization;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.Access.Cases;

/// <summary>When deputies opened the cases, newest first.</summary>
public sealed class CaseReadingRegister : Register<CaseReading>
{
    /// <inheritdoc/>
    public override string Name => "case-reading";

    /// <summary>How those of a person are found.</summary>
    public static string PersonTerm(PersonId person) => $"person={person}";

    /// <inheritdoc/>
    protected override CaseReading? After(CaseReading? row, Happening happening) => happening.Event switch
    {
        CasesOpened opened => new(opened.Reading, opened.Person, opened.Content?.Why, happening.At, opened.Until),
        _ => row,
    };

    /// <inheritdoc/>
    protected override string Sort(CaseReading row) => (long.MaxValue - row.At.UtcTicks)
        .ToString("D19", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override IEnumerable<string> Terms(CaseReading row) => [PersonTerm(row.Person)];
}
