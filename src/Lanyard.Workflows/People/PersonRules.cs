using Lanyard.Domain.People;

namespace Lanyard.Workflows.People;

/// <summary>What deciding about people rests on.</summary>
/// <param name="Today">The day.</param>
/// <param name="ManagesEverybody">Whether a role carries looking after all people of the organisation.</param>
public sealed record PersonRules(DateOnly Today, Func<RoleHeld, bool> ManagesEverybody)
{
    /// <summary>Refuses to leave an organisation without anybody who can look after its people.</summary>
    /// <param name="before">The people as they are; those without such a role may be left out.</param>
    /// <param name="after">The same people as they would be.</param>
    public IEnumerable<Refusal> KeepAManager(IEnumerable<Person> before, IEnumerable<Person> after)
    {
        if (before.Any(IsManager) && !after.Any(IsManager))
        {
            yield return new("", "Nobody would be left who can look after the people of the whole organisation. Give somebody else such a role for the whole organisation first, for instance computing lead.");
        }
    }

    private bool IsManager(Person person) => person.IsHere(Today) && person.Roles.Any(ManagesEverybody);
}
