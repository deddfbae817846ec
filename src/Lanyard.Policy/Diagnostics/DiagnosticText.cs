using System.Globalization;
using System.Text;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>Writes a diagnostic as a person reads it: what, where, and what to do.</summary>
public static class DiagnosticText
{
    private const int MostColumns = 160;

    /// <summary>Renders one diagnostic with the lines of policy it is about.</summary>
    public static string Render(Diagnostic diagnostic)
    {
        var text = new StringBuilder();
        var kind = diagnostic.Severity == Severity.Error ? "" : " (finding)";
        text.Append(diagnostic.Code).Append(kind).Append(": ").Append(diagnostic.Message).Append('\n');
        var margin = RenderPlace(text, diagnostic.Where, label: "");
        if (diagnostic.Also is var (where, label))
        {
            margin = RenderPlace(text, where, label);
        }

        return text.Append(margin).Append(" = ").Append(diagnostic.Help).ToString();
    }

    /// <summary>The line of policy that a diagnostic is about, with its number, and its words marked below it.</summary>
    public static string Excerpt(SourceSpan where)
    {
        var (line, column) = where.Source.Locate(where.Start);
        var shown = Shown(where.Source.Line(line));
        var carets = Math.Clamp(shown.Length - column + 1, 1, Math.Max(1, where.Length));
        var from = column + carets > MostColumns ? column - 1 : 0;
        var cut = shown[from..Math.Min(shown.Length, from + MostColumns)];
        return $"{line} | {cut}\n{Margin(line)} | {new string(' ', column - 1 - from)}{new string('^', Math.Min(carets, MostColumns))}";
    }

    // What cannot be seen, or would move what stands around it, is shown as a box.
    private static string Shown(string line) =>
        string.Concat(line.Select(letter => letter == '\t' ? ' ' : char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format ? '\uFFFD' : letter));

    private static string Margin(int line) => new(' ', $"{line}".Length);

    private static string RenderPlace(StringBuilder text, SourceSpan where, string label)
    {
        var (line, column) = where.Source.Locate(where.Start);
        text.Append(Margin(line)).Append("--> ").Append(where.Source.Path).Append(':').Append(line).Append(':').Append(column).Append('\n');
        text.Append(Margin(line)).Append(" |\n").Append(Excerpt(where)).Append(label.Length == 0 ? "\n" : $" {label}\n");
        return Margin(line);
    }
}
