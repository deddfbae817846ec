using System.Collections.Immutable;
using System.Globalization;
using Lanyard.Domain.Naming;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lanyard.Web.Features.People;

/// <summary>What is asked about a person, on the pages that add and change one.</summary>
public sealed class PersonForm
{
    /// <summary>The place that stands for the whole organisation.</summary>
    public const string Whole = "whole";

    private const int Spare = 2;
    private const int MostRoles = 30;

    /// <summary>The roles to choose from.</summary>
    public static IReadOnlyList<FieldChoice> RoleChoices { get; } = [new("", "No role"), .. Roles.Choices];

    /// <summary>The box that makes a role a deputy's.</summary>
    public static IReadOnlyList<FieldChoice> DeputyChoices { get; } = [new("true", "As a deputy")];

    /// <summary>The name.</summary>
    public string FullName { get; set; } = "";

    /// <summary>The address.</summary>
    public string Email { get; set; } = "";

    /// <summary>The year group of a pupil.</summary>
    public string YearGroup { get; set; } = "";

    /// <summary>The UPN of a pupil.</summary>
    public string Upn { get; set; } = "";

    /// <summary>The roles.</summary>
    public IList<RoleEntry> Held { get; set; } = [];

    /// <summary>Where roles can be given.</summary>
    [BindNever]
    public IReadOnlyList<FieldChoice> Places { get; private set; } = [];

    /// <summary>A person as they are.</summary>
    public static PersonForm Of(Person person) => new()
    {
        FullName = person.Details?.Name ?? "",
        Email = person.Details?.Email ?? "",
        YearGroup = Typed(person.Details?.YearGroup),
        Upn = person.Details?.Upn ?? "",
        Held = [.. person.Roles.Select(held => new RoleEntry { Role = held.Role, Place = held.School?.ToString() ?? Whole, IsDeputy = held.IsDeputy })],
    };

    /// <summary>A year group as somebody types it.</summary>
    public static string Typed(int? year) =>
        year switch { null =>
        "", 0 => "R", YearGroups.Nursery =>
        "N2", YearGroups.FirstNursery => "N1", { } number => number.ToString(CultureInfo.InvariantCulture) };

    /// <summary>Makes room for further roles, and offers the places that are somebody's to give.</summary>
    public void Offer(Who who, IEnumerable<School> schools)
    {
        List<FieldChoice> places = [.. schools.Where(school => who.MayManagePeople(school.Id)).Select(school => new FieldChoice(school.Id.ToString(), school.Name))];
        if (who.MayManagePeople(school: null))
        {
            places.Insert(0, new(Whole, "The whole organisation"));
        }

        Places = places.Count == 1 ? places : [new("", "Choose where"), .. places];
        for (var spare = Held.Count(entry => entry.Role.Length == 0); spare < Spare && Held.Count < MostRoles; spare++)
        {
            Held.Add(new());
        }
    }

    /// <summary>The details as typed; what is not what it should be is reported.</summary>
    public PersonDetails ReadDetails(ModelStateDictionary state, PersonDetails? before)
    {
        int? year = null;
        if (!string.IsNullOrWhiteSpace(YearGroup))
        {
            if (DetailChecks.TryReadYearGroup(YearGroup, out var read))
            {
                year = read;
            }
            else
            {
                state.AddModelError(
                    nameof(YearGroup), "Enter a year group from 1 to 14, R for reception, or N1 or N2 for a nursery");
            }
        }

        var upn = UniquePupilNumber.TryParse(Upn, out var number, out _) ? number.Value : Upn.Trim(); // a wrong one is refused with its reason
        var email = Email.Trim() is { Length: > 0 } typed ? typed : null;
        // theirs alone by now
        var contact = string.Equals(before?.ContactEmail, email, StringComparison.OrdinalIgnoreCase) ? null
            : before?.ContactEmail;
        return (before ?? new("", Email: null)) with
        {
            Name = ProperName.TryParse(FullName, out var name, out _) ? name.Value : FullName.Trim(), Email = email,
                Upn = upn.Length > 0 ? upn : null, YearGroup = year, ContactEmail = contact,
        };
    }

    /// <summary>The roles as chosen; what is not somebody's to give is reported.</summary>
    public ImmutableArray<RoleHeld> ReadRoles(ModelStateDictionary state)
    {
        var roles = ImmutableArray.CreateBuilder<RoleHeld>();
        for (var at = 0; at < Held.Count; at++)
        {
            var entry = Held[at];
            if (entry.Role.Length == 0)
            {
                continue;
            }

            if (!Roles.All.Contains(entry.Role))
            {
                state.AddModelError($"Held[{at}].Role", "Choose a role from the list");
            }
            else if (entry.Place.Length == 0 || Places.All(place => place.Value != entry.Place))
            {
                state.AddModelError($"Held[{at}].Place", $"Choose where they are {entry.Role}");
            }
            else
            {
                roles.Add(new(entry.Role, entry.Place == Whole ? null : new SchoolId(Guid.ParseExact(entry.Place, "N")), entry.IsDeputy)); // it is one of the places
            }
        }

        return roles.ToImmutable();
    }
}
