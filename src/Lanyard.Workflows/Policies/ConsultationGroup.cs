using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Workflows.People;

namespace Lanyard.Workflows.Policies;

/// <summary>A group of people whom a consultation asks.</summary>
/// <param name="Name">The one word for it, such as "students".</param>
/// <param name="Roles">The roles that belong to it, as a set of the vocabulary's actors; empty for a group whose people Lanyard does not know.</param>
public sealed record ConsultationGroup(string Name, ulong Roles)
{
    // Bodies that a policy may name, and the roles of the people who sit on them.
    private static readonly Dictionary<string, (string Name, string[] Roles)> Bodies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["governing body"] = ("governors", ["governor"]),
        ["safeguarding team"] = ("safeguarding team", ["designated safeguarding lead"]),
        ["leadership team"] = ("leadership team", ["headteacher", "senior leader"]),
    };

    /// <summary>The groups that schools usually consult.</summary>
    public static ImmutableArray<ConsultationGroup> Usual { get; } =
        [.. new[] { "staff", "governors", "parents", "students", "safeguarding team", "volunteers", "partners" }.Select(Find)];

    /// <summary>The group of a name, whether a policy, a form or an earlier record says it: "pupil", "student" and "students" are one group.</summary>
    public static ConsultationGroup Find(string name)
    {
        if (Bodies.TryGetValue(name, out var body))
        {
            return new(body.Name, body.Roles.Aggregate(0UL, (set, role) => set | RoleNames.Values(role)));
        }

        var lexicon = Lexicon.Shipped;
        var concept = lexicon.FindConcept(lexicon.Actor, name) ?? lexicon.Concepts.FirstOrDefault(each => each.Facet == lexicon.Actor && InWords(each) == name);
        return concept is null ? new(name, 0) : new(InWords(concept), concept.Values);
    }

    /// <summary>Whether a person belongs to it, by a role in a school or in the whole organisation.</summary>
    public bool Holds(Person person, SchoolId? school) => person.HoldsAny(Roles, school);

    private static string InWords(Concept concept) => concept.IsUnique ? concept.Name : concept.Plural ?? $"{concept.Name}s";
}
