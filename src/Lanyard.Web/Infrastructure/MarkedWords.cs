using System.Net;
using Microsoft.AspNetCore.Html;

namespace Lanyard.Web.Infrastructure;

/// <summary>Words in which something typed stands in `backticks`, as people read them on a page.</summary>
public static class MarkedWords
{
    private const char Mark = '`';

    /// <summary>The words as HTML: what stands between two marks is code; everything is encoded.</summary>
    public static IHtmlContent InHtml(this string text)
    {
        var parts = text.Split(Mark);
        return new HtmlString(parts.Length % 2 == 0
            ? WebUtility.HtmlEncode(text) // a mark without its other half is only a letter
            : string.Concat(parts.Select((part, at) => at % 2 == 0 ? WebUtility.HtmlEncode(part) : $"<code>{WebUtility.HtmlEncode(part)}</code>")));
    }

    /// <summary>The words as a sentence: with a capital, and one mark at the end.</summary>
    public static string AsSentence(this string text) => Roles.Capital(text.Length == 0 || text[^1] is '.' or '?' or '!' ? text : $"{text}.");
}
