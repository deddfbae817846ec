using System.Collections.Immutable;
using System.Reflection;

namespace Lanyard.Web.Infrastructure;

/// <summary>The policies that ship with Lanyard, by their names.</summary>
public static class ShippedPolicies
{
    private const string Folder = "policies/";

    /// <summary>Every name, such as <c>model-policy</c>.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..]).Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of one; <see langword="null"/> if none has that name.</summary>
    public static string? Find(string name)
    {
        if (!Names.Contains(name))
        {
            return null;
        }

        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name)!); // it is in the list
        return reader.ReadToEnd();
    }
}
