using System.CommandLine;
using System.Globalization;
using Lanyard.Cli.Output;

namespace Lanyard.Cli.Commands;

/// <summary>Arguments and options that several commands take.</summary>
internal static class Shared
{
    public static Argument<string> Policy(string name = "POLICY", string description = "The policy file.") => new(name) { Description = description };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON with documented field names." };

    public static Option<string?> Today() => new("--today") { Description = "The day to count from, as YYYY-MM-DD. Otherwise today.", HelpName = "YYYY-MM-DD" };

    public static DateOnly Day(string? text)
    {
        if (text is null)
        {
            return DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new Misuse($"\"{text}\" is not a day. Write it as YYYY-MM-DD, such as --today 2026-11-21.");
    }

    public static Command WithExample(this Command command, string example)
    {
        command.Description += $"\n\nExample:\n  {example}";
        return command;
    }
}
