using System.CommandLine;
using Lanyard.Cli.Output;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Cli.Commands;

/// <summary>Copies everything into a folder, while the application runs.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("FOLDER") { Description = "A folder that is not there yet." };
        var data = DataOption.Create();
        var command = new Command("backup", "Copy the records and the keys into a new folder. The application may be running.") { target, data };
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                await new DataFolder(parsed.GetValue(data)!).BackUpAsync(parsed.GetValue(target)!, TimeProvider.System, cancel); // with a default, and required
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                throw new Misuse(problem.Message);
            }

            Console.WriteLine($"Everything is in {parsed.GetValue(target)}. It holds the keys too: keep it as safe as the records themselves.");
            return ExitCode.Fine;
        });
        return command.WithExample("lanyard backup /backups/lanyard-2026-09-07 --data /var/lib/lanyard");
    }
}
