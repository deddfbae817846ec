using Lanyard.Policy.Binding.Statements;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Acceptances;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Acceptances;

/// <summary>Who owes an acceptance of a version, and who has given it.</summary>
public sealed class AcceptanceList(RecordBook book)
{
    /// <summary>The clauses that ask for acceptance.</summary>
    public static IEnumerable<string> Clauses(CompiledText text) => Asking(text).Select(programme => programme.Clause).Distinct(StringComparer.Ordinal);

    /// <summary>The clause that asks a person to accept a version, by their roles, in a school that the policy is for; <see langword="null"/> if none does.</summary>
    public static string? ClauseFor(Person person, PolicyFile file, CompiledText text) =>
        Asking(text).FirstOrDefault(programme => person.HoldsAny(programme.Who, file.School))?.Clause;

    /// <summary>Whether a person is asked to accept a version.</summary>
    public static bool IsAsked(Person person, PolicyFile file, CompiledText text) => ClauseFor(person, file, text) is not null;

    /// <summary>Whether somebody is asked and has not accepted yet.</summary>
    public async Task<bool> IsOwedAsync(Who who, PolicyFile file, PolicyVersionInForce version, CompiledText text, CancellationToken cancel) =>
        IsAsked(who.Person, file, text) && await book.FindAsync<Acceptance>(who.At, AcceptanceRegister.Key(who.Id, file.Id, version.Hash), cancel) is null;

    /// <summary>Everybody who is asked to accept a version, with the day on which they did.</summary>
    public async Task<IReadOnlyList<(Person Person, DateTimeOffset? At)>> OfAsync(Domain.Organisations.OrganisationId organisation, PolicyFile file, PolicyVersionInForce version, CompiledText text, DateOnly today, CancellationToken cancel)
    {
        var people = (await book.ListAsync<Person>(organisation, cancel, PersonRegister.HereTerm)).Select(kept => kept.Value).Where(person => person.IsHere(today));
        return await OfAsync(organisation, file, version, text, people, cancel);
    }

    /// <summary>The same of people who have been read already.</summary>
    public async Task<IReadOnlyList<(Person Person, DateTimeOffset? At)>> OfAsync(Domain.Organisations.OrganisationId organisation, PolicyFile file, PolicyVersionInForce version, CompiledText text, IEnumerable<Person> people, CancellationToken cancel)
    {
        var given = (await book.ListAsync<Acceptance>(organisation, cancel, AcceptanceRegister.VersionTerm(file.Id, version.Hash))).ToDictionary(kept => kept.Value.Person, kept => kept.Value.At);
        return [.. people.Where(person => IsAsked(person, file, text)).Select(person => (person, given.TryGetValue(person.Id, out var at) ? at : (DateTimeOffset?)null))];
    }

    /// <summary>The last version of a policy that a person accepted before this one.</summary>
    public async Task<Acceptance?> EarlierAsync(Who who, PolicyFile file, string hash, CancellationToken cancel) =>
        (await book.ListAsync<Acceptance>(who.At, cancel, AcceptanceRegister.PersonTerm(who.Id))).Select(kept => kept.Value)
            .Where(acceptance => acceptance.Policy == file.Id && acceptance.Hash != hash).MaxBy(acceptance => acceptance.At);

    private static IEnumerable<Programme> Asking(CompiledText text) =>
        text.Policy?.Statements.OfType<Programme>().Where(programme => programme.Kind == ProgrammeKind.Acceptance) ?? [];
}
