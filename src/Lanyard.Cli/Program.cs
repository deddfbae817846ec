using System.CommandLine;
using System.Text;
using Lanyard.Cli.Commands;
using Lanyard.Cli.Output;
using Lanyard.Import;
using Lanyard.Import.Apart;
using Lanyard.Policy.Analysis;

// A process that was started only to read a foreign file does nothing else.
if (ApartReaders.Run(args, new Dictionary<string, Func<byte[], byte[]>>(StringComparer.Ordinal) { [DocumentReading.Name] = DocumentReading.Read }) is { } ended)
{
    return ended;
}

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("Lanyard runs a school's social networking policy: one Markdown file that people read and that answers.")
{
    CheckCommand.Create(),
    TestCommand.Create(),
    CoverCommand.Create(),
    DecideCommand.Create(),
    AskCommand.Create(),
    ConflictsCommand.Create(),
    DiffCommand.Create(),
    RenderCommand.Create(),
    VocabularyCommand.Create(),
    ReplayCommand.Create(),
    ImportCommand.Create(),
    ServeCommand.Create(),
    LinkCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    VerifyCommand.Create(),
};
var parsed = root.Parse(args);
if (CallText.Wrong(parsed) is { } problems)
{
    await Console.Error.WriteLineAsync(problems);
    return ExitCode.Misuse;
}

try
{
    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false }, CancellationToken.None); // it listens for Ctrl+C itself
}
catch (AnalysisTooLargeException problem)
{
    await Console.Error.WriteLineAsync(Ink.Misuse($"lanyard: {problem.Message}"));
    return ExitCode.Findings;
}
catch (Misuse misuse)
{
    await Console.Error.WriteLineAsync(Ink.Misuse($"lanyard: {misuse.Message}"));
    return ExitCode.Misuse;
}
