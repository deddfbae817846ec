using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lanyard.Policy.Publishing;

/// <summary>Prose as HTML. A policy is text from somebody else: no HTML, script or data of its own gets onto the page,
/// and no picture is loaded from elsewhere.</summary>
public static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>The prose as HTML that is safe to show.</summary>
    public static string ToHtml(string prose)
    {
        var document = Markdown.Parse(prose, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().Where(link => !IsSafe(link.GetDynamicUrl?.Invoke() ?? link.Url)).ToList())
        {
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
        }

        foreach (var picture in document.Descendants<LinkInline>().Where(link => link.IsImage).ToList())
        {
            ShowAsLink(picture);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return document.ToHtml(Pipeline);
    }

    // A picture would be fetched from its place by everybody who opens the page, and that place would learn of it. So
    // its text stands there as a link, which is followed by choice.
    private static void ShowAsLink(LinkInline picture)
    {
        if (picture.FirstChild is null)
        {
            picture.AppendChild(new LiteralInline("Picture"));
        }

        picture.IsImage = false;
        for (var above = picture.Parent; above is not null; above = above.Parent)
        {
            if (above is LinkInline)
            {
                picture.ReplaceBy(new ContainerInline(), copyChildren: true); // no link stands within another
                return;
            }
        }
    }

    // What stands before the first colon is a scheme, unless a path, question or fragment has begun. Browsers drop blanks and
    // control characters from an address, so they are dropped before looking.
    private static bool IsSafe(string? url)
    {
        var address = string.Concat((url ?? "").Where(letter => letter > ' ' && !char.IsControl(letter)));
        var end = address.AsSpan().IndexOfAny(":/?#");
        return end < 0 || address[end] != ':' || address[..end].ToLowerInvariant() is "http" or "https" or "mailto";
    }
}
