using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.Access.Cases;
using Lanyard.Workflows.People;
using Roles = Lanyard.Workflows.Access.Cases.CaseRoles;

namespace Lanyard.Web.Features.CaseAccess;

/// <summary>Reads what giving roles that see cases, and seeing cases, rests on.</summary>
public sealed class CaseRoleDesk(RecordBook book, TakeoverGuard guard, TimeProvider clock)
{
    /// <summary>What happens instead of what was decided about people: what one person may not give alone is asked
    /// for.</summary>
    /// <param name="who">Who decided it.</param>
    /// <param name="decided">What was decided.</param>
    /// <param name="known">People as they were, as far as they have been read.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Outcome> PassAsync(Who who, Outcome decided, IReadOnlyCollection<Person> known,
        CancellationToken cancel)
    {
        var before = known.ToDictionary(person => person.Id);
        foreach (var id in decided.Events.Select(Of).OfType<PersonId>().Where(id => !before.ContainsKey(id)).Distinct()
            .ToList())
        {
            if (await book.FindAsync<Person>(who.At, $"person/{id}", cancel) is { } kept)
            {
                before[id] = kept.Value;
            }
        }

        if (!decided.Events.Any(happened => Concerns(happened, before)))
        {
            return decided;
        }

        if (await IsTakeoverAsync(who, decided.Events, before, cancel))
        {
            return new([], [new("Email", TakeoverGuard.Refusal)]);
        }

        var grants = await GrantsAsync(who.At, cancel);
        var held = await EverHeldAsync(who.At, grants, cancel);
        var giver = new CaseRoleGiver(
            who.Person, who.HasSecondFactor, clock.GetUtcNow(), id =>
                before.GetValueOrDefault(id), held.Contains, grants);
        return CaseRoleGate.Pass(decided, giver, () => Guid.CreateVersion7(clock.GetUtcNow()));
    }

    /// <summary>What seeing cases rests on for a person at this moment.</summary>
    public async Task<CaseSight> SightAsync(OrganisationId organisation, PersonId person, CancellationToken cancel) =>
        new(
        await HoldersAsync(organisation, cancel),
        [.. (await book.ListAsync<CaseGrant>(organisation, cancel, CaseGrantRegister.OpenTerm))
            .Select(kept => kept.Value)],
        [.. (await book.ListAsync<CaseReading>(organisation, cancel, CaseReadingRegister.PersonTerm(person)))
            .Select(kept => kept.Value)],
        clock.GetUtcNow());

    /// <summary>Everybody who holds a role that sees cases and has not left, by name.</summary>
    public async Task<IReadOnlyList<Person>> HoldersAsync(OrganisationId organisation, CancellationToken cancel) =>
        await HoldersAsync(organisation, Roles.All, cancel);

    /// <summary>Everybody who holds one of some roles and has not left, by name.</summary>
    public async Task<IReadOnlyList<Person>> HoldersAsync(OrganisationId organisation, IEnumerable<string> roles,
        CancellationToken cancel)
    {
        var found = new List<Person>();
        foreach (var role in roles)
        {
            found.AddRange((await book.ListAsync<Person>(organisation, cancel, PersonRegister.RoleTerm(role)))
                .Select(kept => kept.Value));
        }

        return [.. found.DistinctBy(person => person.Id)
            .OrderBy(person => person.Name, StringComparer.InvariantCulture)];
    }

    /// <summary>Every giving, newest first.</summary>
    public async Task<IReadOnlyList<CaseGrant>> GrantsAsync(OrganisationId organisation, CancellationToken cancel) =>
        [.. (await book.ListAsync<CaseGrant>(organisation, cancel)).Select(kept => kept.Value)];

    // Those who left are asked about last, for finding them means reading everybody.
    private async Task<HashSet<string>> EverHeldAsync(OrganisationId organisation,
        IReadOnlyCollection<CaseGrant> grants, CancellationToken cancel)
    {
        var held = grants.Where(grant => grant.State is not (CaseGrantState.Asked or CaseGrantState.Refused))
            .Select(grant => grant.Role.Role).ToHashSet(StringComparer.Ordinal);
        held.UnionWith((await HoldersAsync(organisation, cancel)).SelectMany(person => person.Roles)
            .Select(role => role.Role));
        if (!Roles.All.All(held.Contains))
        {
            held.UnionWith((await book.ListAsync<Person>(organisation, cancel)).SelectMany(kept => kept.Value.Roles)
                .Select(role => role.Role));
        }

        return held;
    }

    private async Task<bool> IsTakeoverAsync(
        Who who, IEnumerable<Event> events, Dictionary<PersonId, Person> before, CancellationToken cancel)
    {
        foreach (var changed in events.OfType<PersonChanged>())
        {
            if (before.TryGetValue(changed.Person, out var person) && changed.Content?.Email != person.Details?.Email
                && !await guard.MayAsync(who, person, TakeoverStep.Address, cancel))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Concerns(Event happened, Dictionary<PersonId, Person> before) => happened switch
    {
        PersonJoined joined => joined.Roles.Any(Roles.Include),
        PersonChanged changed =>
            changed.Roles.Any(Roles.Include)
                || (before.TryGetValue(changed.Person, out var person) && Roles.AreHeldBy(person)),
        PersonLeft or PersonReturned => Of(happened) is { } id && before.TryGetValue(id, out var person)
            && Roles.AreHeldBy(person),
        _ => false,
    };

    private static PersonId? Of(Event happened) => happened switch
    {
        PersonChanged changed => changed.Person,
        PersonLeft left => left.Person,
        PersonReturned returned => returned.Person,
        _ => null,
    };
}
