using System.Collections.Immutable;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Infrastructure;

/// <summary>The roles that a person may hold: those of the vocabulary.</summary>
public static class Roles
{
    /// <summary>Their names, in the order of the vocabulary.</summary>
    public static ImmutableArray<string> All => RoleNames.All;

    /// <summary>The same as choices of a form.</summary>
    public static IReadOnlyList<FieldChoice> Choices { get; } = [.. All.Select(role => new FieldChoice(role, Capital(role)))];

    /// <summary>A role by any of its names in the vocabulary; <see langword="null"/> if there is none.</summary>
    public static string? Find(string text) => RoleNames.Find(text);

    /// <summary>The values of the vocabulary's facet of actors for some roles.</summary>
    public static ulong Values(IEnumerable<string> roles) =>
        roles.Aggregate(0UL, (set, role) => set | RoleNames.Values(role));

    /// <summary>Whether a role is a kind of another.</summary>
    public static bool IsA(string role, string kind) => Values([role]) is not 0 and var values && (values & ~Values([kind])) == 0;

    /// <summary>Text with a capital first letter.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
