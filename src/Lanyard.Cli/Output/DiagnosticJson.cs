using System.Text.Json;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Cli.Output;

/// <summary>Writes a diagnostic as JSON.</summary>
internal static class DiagnosticJson
{
    public static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        var (line, column) = diagnostic.Where.Source.Locate(diagnostic.Where.Start);
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", diagnostic.Severity == Severity.Error ? "error" : "finding");
        json.WriteString("message", diagnostic.Message);
        json.WriteString("help", diagnostic.Help);
        json.WriteString("file", diagnostic.Where.Source.Path);
        json.WriteNumber("line", line);
        json.WriteNumber("column", column);
        json.WriteNumber("length", diagnostic.Where.Length);
        json.WriteEndObject();
    }
}
