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

    // What cannot be seen, or would move what stands around it, is shown as a box.
    private static string Shown(string line) =>
        string.Concat(line.Select(letter => letter == '\t' ? ' ' : char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format ? '\uFFFD' : letter));

    private static string RenderPlace(StringBuilder text, SourceSpan where, string label)
    {
        var (line, column) = where.Source.Locate(where.Start);
        var margin = new string(' ', $"{line}".Length);
        var shown = Shown(where.Source.Line(line));
        var carets = Math.Clamp(shown.Length - column + 1, 1, Math.Max(1, where.Length));
        text.Append(margin).Append("--> ").Append(where.Source.Path).Append(':').Append(line).Append(':').Append(column).Append('\n');
        text.Append(margin).Append(" |\n");
        var from = column + carets > MostColumns ? column - 1 : 0;
        var cut = shown[from..Math.Min(shown.Length, from + MostColumns)];
        text.Append(line).Append(" | ").Append(cut).Append('\n');
        text.Append(margin).Append(" | ").Append(' ', column - 1 - from).Append('^', Math.Min(carets, MostColumns));
        return AppendLabel(text, label, margin);
    }

    private static string AppendLabel(StringBuilder text, string label, string margin)
    {
        text.Append(label.Length == 0 ? "\n" : $" {label}\n");
        return margin;
    }
}
