using System.CommandLine;
using Lanyard.Cli.Output;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Cli.Commands;

/// <summary>Puts a backup in the place of nothing.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("FOLDER") { Description = "A folder that `lanyard backup` made." };
        var data = DataOption.Create();
        var command = new Command("restore", "Check a backup, and put it into an empty data folder if it is whole.") { source, data };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!); // it has a default
            try
            {
                var isDone = await folder.RestoreAsync(parsed.GetValue(source)!, async copy => await VerifyCommand.RunAsync(copy, [], isJson: false, cancel) == ExitCode.Fine, cancel); // it is required
                if (!isDone)
                {
                    await Console.Error.WriteLineAsync("lanyard: The backup is damaged, so nothing was restored. Take another backup.");
                }

                return isDone ? ExitCode.Fine : ExitCode.Findings;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                throw new Misuse(problem.Message);
            }
        });
        return command.WithExample("lanyard restore /backups/lanyard-2026-09-07 --data /var/lib/lanyard");
    }
}
