using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lanyard.Web.Tests.Fixtures;

/// <summary>How the parts of every component lie in one another in the fixtures: what a part may lie in, and what must lie in it.</summary>
internal sealed class ComponentShapes
{
    private static readonly string[] Telling = ["role", "rel", "scope", "tabindex", "hidden", "open"];

    private readonly string _styles = Fixture.Styles();
    private readonly HashSet<string> _shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _needs = new(StringComparer.Ordinal);

    public ComponentShapes()
    {
        foreach (var fixture in Fixture.Components.SelectMany(Fixture.Of))
        {
            foreach (var (element, part) in Parts(new HtmlParser().ParseDocument(fixture.Html)))
            {
                _shapes.Add(Shape(element, part));
                var inside = Inside(element, part);
                if (!_needs.TryAdd(part, inside))
                {
                    _needs[part].IntersectWith(inside);
                }
            }
        }
    }

    /// <summary>What of the components on a page is not as in any fixture.</summary>
    public IEnumerable<string> Strange(IDocument page)
    {
        foreach (var (element, part) in Parts(page))
        {
            if (part.Contains("--", StringComparison.Ordinal) && !_styles.Contains($".{part}", StringComparison.Ordinal))
            {
                yield return $"{part}, for which there is no style";
            }

            var missing = _needs.TryGetValue(part, out var needs) ? needs.Except(Inside(element, part)).ToList() : [];
            if (!_shapes.Contains(Shape(element, part)))
            {
                yield return Shape(element, part);
            }
            else if (missing.Count > 0)
            {
                yield return $"{part} without {string.Join(", ", missing)}";
            }
        }
    }

    /// <summary>The components on a page.</summary>
    public static IEnumerable<string> On(IDocument page) => Parts(page).Select(found => Block(found.Part)).Distinct();

    // An element is a part of a component by a class like govuk-tag or govuk-details__text.
    private static IEnumerable<(IElement Element, string Part)> Parts(IDocument page) =>
        page.All.SelectMany(element => element.ClassList.Where(IsPart).Select(part => (element, part)));

    private static bool IsPart(string name) => name.StartsWith("govuk-", StringComparison.Ordinal) && Fixture.Components.Contains(Block(name)["govuk-".Length..]);

    private static string Block(string name) => name.Split("__")[0].Split("--")[0];

    private static HashSet<string> Inside(IElement element, string part) =>
        [.. element.QuerySelectorAll("*").SelectMany(each => each.ClassList).Where(each => IsPart(each) && Block(each) == Block(part) && !each.Contains("--", StringComparison.Ordinal))];

    // The part, whatever its variant, and the way up to the next part of the same component.
    private static string Shape(IElement element, string part)
    {
        var way = new List<string>();
        for (var at = element.ParentElement; part.Contains("__", StringComparison.Ordinal) && at is not null; at = at.ParentElement)
        {
            var around = at.ClassList.FirstOrDefault(name => IsPart(name) && Block(name) == Block(part) && !name.Contains("--", StringComparison.Ordinal));
            way.Add(around is null ? $"{at.LocalName}{(at.GetAttribute("role") is { } role ? $"[role={role}]" : "")}" : $"{at.LocalName}.{around}");
            if (around is not null)
            {
                break;
            }
        }

        var telling = element.Attributes.Where(attribute => Telling.Contains(attribute.Name) || attribute.Name.StartsWith("aria-", StringComparison.Ordinal))
            .OrderBy(attribute => attribute.Name, StringComparer.Ordinal).Select(attribute => attribute.Name is "role" or "scope" or "rel" ? $"[{attribute.Name}={attribute.Value}]" : $"[{attribute.Name}]");
        return $"{element.LocalName}.{part.Split("--")[0]}{string.Concat(telling)}{string.Concat(way.Select(step => $" < {step}"))}";
    }
}
