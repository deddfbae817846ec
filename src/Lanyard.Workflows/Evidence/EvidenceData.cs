using System.Collections.Immutable;
using Lanyard.Decisions.Scenarios;
using Lanyard.Domain.People;
using Lanyard.Policy.Compilation;
using Lanyard.Workflows.Acceptances;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;

namespace Lanyard.Workflows.Evidence;

/// <summary>What the registers hold about a policy on one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="File">The policy.</param>
/// <param name="Version">The version in force on that day.</param>
/// <param name="Policy">Its text, compiled.</param>
/// <param name="Coverage">Which statements its examples prove.</param>
/// <param name="People">Everybody who belongs to the organisation on that day.</param>
/// <param name="Asked">Those whom the version asks to accept it.</param>
/// <param name="Acceptances">The acceptances of any version of the policy.</param>
/// <param name="Tally">The answers given by the policy in the year before.</param>
/// <param name="Answers">The answers to consultations.</param>
public sealed record EvidenceData(
    DateOnly Day,
    Organisation Organisation,
    PolicyFile File,
    PolicyVersionInForce Version,
    CompiledPolicy Policy,
    Coverage Coverage,
    ImmutableArray<Person> People,
    ImmutableArray<Person> Asked,
    ImmutableArray<Acceptance> Acceptances,
    AnswerTally Tally,
    ImmutableArray<ConsultationResponse> Answers)
{
    /// <summary>When each person accepted the version in force.</summary>
    public ImmutableDictionary<PersonId, DateTimeOffset> Given { get; } = Acceptances.Where(acceptance => acceptance.Hash == Version.Hash).ToImmutableDictionary(acceptance => acceptance.Person, acceptance => acceptance.At);

    /// <summary>How many of those whom it asks have accepted it.</summary>
    public int Accepted => Asked.Count(person => Given.ContainsKey(person.Id));

    internal ImmutableArray<string> HeldRoles { get; } = [.. People.SelectMany(person => person.Roles).Select(held => held.Role).Distinct(StringComparer.Ordinal)];
}
