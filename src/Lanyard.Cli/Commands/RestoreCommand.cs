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
        var key = new Option<string?>(
            "--key") { Description = "The file of the master key of the backup, if it does not lie in the backup.",
            HelpName = "FILE" };
        var command =
            new Command("restore", "Check a backup, and put it into an empty data folder if it is whole.") { source,
            data, key };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!); // it has a default
            try
            {
                // it is required
                var isDone =
                await folder.RestoreAsync(parsed.GetValue(source)!, parsed.GetValue(key),
                async copy => (await VerifyCommand.CheckAsync(copy, Compared.WithNothing, isJson: false, cancel)).IsWhole, cancel);
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
        return command.WithExample("lanyard restore /backups/lanyard-2026-09-07 --key /keys/master.key --data "
            + "/var/lib/lanyard");
    }
}
