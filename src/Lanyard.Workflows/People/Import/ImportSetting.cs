using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
using Lanyard.Workflows.Organisations;

namespace Lanyard.Workflows.People.Import;

/// <summary>Where an import happens, and what whoever imports may do.</summary>
/// <param name="Organisation">The name of the organisation.</param>
/// <param name="Schools">Its schools.</param>
/// <param name="Manages">Whether they look after the people of a school, or of the whole organisation where it is <see langword="null"/>.</param>
/// <param name="Rules">What deciding about people rests on.</param>
/// <param name="RecordsLeavers">Whether people of an earlier import who are missing now have left.</param>
public sealed record ImportSetting(string Organisation, ImmutableArray<School> Schools, Func<SchoolId?, bool> Manages, PersonRules Rules, bool RecordsLeavers)
{
    /// <summary>What was said about the file, with what is remembered from earlier ones.</summary>
    public ImportAnswers Answers { get; init; } = ImportAnswers.None;

    /// <summary>Whether they look after a person: after all of that person's places.</summary>
    public bool MayChange(Person person) => person.Roles.IsEmpty ? Manages(null) : person.Roles.All(held => Manages(held.School));
}
