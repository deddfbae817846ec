using System.CommandLine;
using System.CommandLine.Parsing;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Cli.Output;

/// <summary>Says what is wrong with a call, and what was probably meant.</summary>
internal static class CallText
{
    private const string NoCommand = "lanyard: name a command.";

    /// <summary>Every problem of a call, then where help is; without any command, the commands there are; nothing if the call is right.</summary>
    public static string? Wrong(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command is RootCommand && parsed.Tokens.Count == 0)
        {
            return $"{Ink.Misuse(NoCommand)}\n\n{Commands(command)}\n\nTry: lanyard --help";
        }

        string[] unknown = [.. parsed.UnmatchedTokens.Concat(Slips(parsed)).Select(token => $"lanyard: {Unknown(token, command)}")];
        string[] problems = unknown.Length > 0 ? unknown : [.. parsed.Errors.Select(error => $"lanyard: {error.Message}")];
        var name = command is RootCommand ? "lanyard" : $"lanyard {command.Name}";
        return problems.Length == 0 ? null : string.Join('\n', [.. problems.Select(Ink.Misuse), $"Try: {name} --help"]);
    }

    // A misspelt option that was taken for one of the words a command takes: it would be reported as a file that is not there.
    private static IEnumerable<string> Slips(ParseResult parsed) =>
        parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal) && !File.Exists(token.Value))
            .Select(token => token.Value)
            .Except(parsed.UnmatchedTokens, StringComparer.Ordinal);

    private static string Unknown(string token, Command command)
    {
        var isOption = token.StartsWith('-');
        string[] known = isOption
            ? [.. command.Options.SelectMany(option => option.Aliases.Append(option.Name)), "--help"]
            : [.. command.Subcommands.Select(sub => sub.Name)];
        var what = isOption ? "option" : command is RootCommand ? "command" : "place for";
        var hint = Suggestion.Nearest(token, known) is { } near ? $" Did you mean `{near}`?" : "";
        return $"there is no {what} `{token}`.{hint}";
    }

    private static string Commands(Command root)
    {
        var width = root.Subcommands.Max(command => command.Name.Length) + 2;
        return string.Join('\n', root.Subcommands.Select(command => $"  {command.Name.PadRight(width)}{FirstLine(command.Description)}"));
    }

    private static string FirstLine(string? text) => (text ?? "").Split('\n')[0];
}
