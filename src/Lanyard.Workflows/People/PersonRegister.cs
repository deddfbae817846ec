using Lanyard.Domain.Calendar;

namespace Lanyard.Workflows.People;

/// <summary>Everybody who is or was in an organisation.</summary>
public sealed class PersonRegister : Register<Person>
{
    /// <inheritdoc/>
    public override string Name => "person";

    /// <inheritdoc/>
    public override bool IsOrderPersonal => true;

    /// <summary>How a person is found by their address.</summary>
    public static string EmailTerm(string email) => $"email={email.Trim().ToUpperInvariant()}";

    /// <summary>How those are found who share an address.</summary>
    public static string ContactTerm(string email) => $"contact={email.Trim().ToUpperInvariant()}";

    /// <summary>How a person is found by the id in the school's own system.</summary>
    public static string ExternalTerm(string id) => $"external={id}";

    /// <summary>How a pupil is found by their number.</summary>
    public static string UpnTerm(string upn) => $"upn={upn}";

    /// <summary>How the people of a role are found.</summary>
    public static string RoleTerm(string role) => $"role={role}";

    /// <summary>How everybody is found who has not left.</summary>
    public const string HereTerm = "here";

    /// <inheritdoc/>
    protected override Person? After(Person? row, Happening happening) => happening.Event switch
    {
        PersonJoined joined => new(joined.Person, joined.Content, joined.Roles, UkTime.DayOf(happening.At), Left: null, Absence: null),
        PersonChanged changed => row! with { Details = changed.Content, Roles = changed.Roles }, // nobody changes before they join
        PersonLeft left => row! with { Left = left.On }, // nor leaves
        PersonReturned => row! with { Left = null }, // nor comes back
        AbsenceSet set => row! with { Absence = set.Absence }, // nor is away
        PersonErased => row! with { Details = null }, // nor is erased
        _ => row,
    };

    /// <inheritdoc/>
    protected override string Sort(Person row) => row.Name.ToUpperInvariant();

    /// <inheritdoc/>
    protected override IEnumerable<string> Terms(Person row)
    {
        if (row.Details?.Email is { } email)
        {
            yield return EmailTerm(email);
        }

        if (row.Details?.ContactEmail is { } contact)
        {
            yield return ContactTerm(contact);
        }

        if (row.Details?.ExternalId is { } external)
        {
            yield return ExternalTerm(external);
        }

        if (row.Details?.Upn is { } upn)
        {
            yield return UpnTerm(upn);
        }

        if (row.Left is not null)
        {
            yield break;
        }

        yield return HereTerm;
        foreach (var role in row.Roles.Select(held => held.Role).Distinct())
        {
            yield return RoleTerm(role);
        }
    }
}
