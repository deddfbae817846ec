using Lanyard.Policy.Compilation;

namespace Lanyard.Cli.Output;

/// <summary>Colour and weight on a terminal. Elsewhere text stays as it is, so that a file or a pipe gets words alone.</summary>
/// <remarks>The variable NO_COLOR turns it off on a terminal, and FORCE_COLOR turns it on anywhere.</remarks>
internal static class Ink
{
    private const string End = "\u001b[0m";

    private static readonly bool OnOut = IsOn(Console.IsOutputRedirected);
    private static readonly bool OnError = IsOn(Console.IsErrorRedirected);

    /// <summary>A verdict in its colour: red for what is prohibited, green for what is permitted, yellow for what has a condition.</summary>
    public static string Of(Verdict verdict, string text) => verdict switch
    {
        Verdict.Prohibited => Painted("1;31", text, OnOut),
        Verdict.Permitted => Painted("1;32", text, OnOut),
        Verdict.NotCovered => Painted("1", text, OnOut),
        _ => Painted("1;33", text, OnOut),
    };

    /// <summary>The heading of a part of an answer.</summary>
    public static string Heading(string text) => Painted("1", text, OnOut);

    /// <summary>A diagnostic as it is rendered: its first line, which says what is wrong, stands out.</summary>
    public static string Diagnostic(string rendered, bool isError) => FirstLine(rendered, "1;31", isError ? OnError : OnOut);

    /// <summary>A message about how the program was called.</summary>
    public static string Misuse(string text) => FirstLine(text, "1", OnError);

    private static string FirstLine(string text, string code, bool isOn)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? Painted(code, text, isOn) : Painted(code, text[..end], isOn) + text[end..];
    }

    private static string Painted(string code, string text, bool isOn) => isOn ? $"\u001b[{code}m{text}{End}" : text;

    private static bool IsOn(bool isRedirected) =>
        Is("FORCE_COLOR") || (!isRedirected && !Is("NO_COLOR") && Environment.GetEnvironmentVariable("TERM") != "dumb");

    private static bool Is(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
