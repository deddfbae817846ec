using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Lanyard.Policy.Compilation;
using Lanyard.Policy.Literate;

namespace Lanyard.Policy.Publishing;

/// <summary>Renders a policy as one accessible web page, with a print style, that needs no script and no other file.</summary>
public static class PolicyPage
{
    /// <summary>The page as HTML.</summary>
    public static string Render(CompiledPolicy policy)
    {
        var front = policy.Document.FrontMatter;
        var page = new StringBuilder();
        page.Append($"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(front.Policy)} - {Text(front.Organisation)}</title>
            <style>
            {PageStyle.Css}
            </style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the policy</a>
            <header>
            <p class="organisation">{Text(front.Organisation)}</p>
            <h1>{Text(front.Policy)}</h1>
            {Facts(front)}
            </header>

            """);
        AppendContents(page, policy.Document.Clauses);
        return page.Append("<main id=\"main\">\n").Append(Body(policy)).Append("</main>\n<footer><p>Content hash: <code>").Append(policy.ContentHash).Append("</code></p></footer>\n</body>\n</html>\n").ToString();
    }

    /// <summary>The clauses alone, as HTML, for a page that has its own head.</summary>
    public static string Body(CompiledPolicy policy)
    {
        var page = new StringBuilder();
        foreach (var clause in policy.Document.Clauses)
        {
            AppendClause(page, policy, clause);
        }

        return page.ToString();
    }

    /// <summary>The name of a clause within the page's address.</summary>
    public static string Anchor(string clause) => "clause-" + new string([.. clause.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.' ? letter : '-')]);

    private static string Facts(FrontMatter front)
    {
        var facts = new List<(string Name, string Value)> { ("Version", front.Version) };
        facts.AddRange(front.History.Select(version => ($"Version {version.Version}", string.Join(", ", new[] { version.Action, version.By is { } by ? $"by {by}" : "", version.Date?.ToString() ?? "" }.Where(part => part.Length > 0)))));
        if (front.Reviewed is { } reviewed)
        {
            facts.Add(("Last reviewed", reviewed.ToString()));
        }

        return $"<dl>\n{string.Concat(facts.Select(fact => $"<div><dt>{Text(fact.Name)}</dt><dd>{Text(fact.Value)}</dd></div>\n"))}</dl>";
    }

    private static void AppendContents(StringBuilder page, ImmutableArray<LiterateClause> clauses)
    {
        page.Append("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n");
        foreach (var clause in clauses.Where(clause => clause.Level == 2))
        {
            page.Append($"<li><a href=\"#{Anchor(clause.Id)}\">{Title(clause)}</a></li>\n");
        }

        page.Append("</ol>\n</nav>\n");
    }

    private static void AppendClause(StringBuilder page, CompiledPolicy policy, LiterateClause clause)
    {
        var level = Math.Min(clause.Level, 6);
        page.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"{Anchor(clause.Id)}\">\n<h{level} id=\"{Anchor(clause.Id)}\">{Title(clause)}</h{level}>\n");
        foreach (var prose in clause.Prose)
        {
            page.Append(SafeMarkdown.ToHtml(prose.Text));
        }

        var statements = policy.Statements.Where(statement => statement.Clause == clause.Id).ToList();
        if (statements.Count > 0)
        {
            page.Append("<div class=\"rules\">\n<p class=\"label\">What this says, in so many words</p>\n<ul>\n");
            statements.ForEach(statement => page.Append($"<li>{Text(statement.Text)}</li>\n"));
            page.Append("</ul>\n</div>\n");
        }

        AppendScenarios(page, policy, clause);
        page.Append("</section>\n");
    }

    private static void AppendScenarios(StringBuilder page, CompiledPolicy policy, LiterateClause clause)
    {
        var scenarios = policy.Scenarios.Where(scenario => scenario.Clause == clause.Id).ToList();
        if (scenarios.Count == 0)
        {
            return;
        }

        page.Append("<details>\n<summary>Examples</summary>\n<dl class=\"examples\">\n");
        foreach (var scenario in scenarios)
        {
            page.Append($"<div><dt>{Text(scenario.Text)}</dt>");
            scenario.Expectations.ToList().ForEach(expectation => page.Append($"<dd>{Text(expectation.Where.Text)}</dd>"));
            page.Append("</div>\n");
        }

        page.Append("</dl>\n</details>\n");
    }

    private static string Title(LiterateClause clause) =>
        clause.Heading.Length == 0 || string.Equals(clause.Id, clause.Heading, StringComparison.OrdinalIgnoreCase)
            ? Text(clause.Heading.Length == 0 ? clause.Id : clause.Heading)
            : $"<span class=\"number\">{Text(clause.Id)}</span> {Text(clause.Heading)}";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
