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
        var command = new Command("restore", "Put a backup into an empty data folder, and check its chains.") { source, data };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!); // it has a default
            try
            {
                await folder.RestoreAsync(parsed.GetValue(source)!, cancel); // it is required
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                throw new Misuse(problem.Message);
            }

            return await VerifyCommand.RunAsync(folder, isJson: false, cancel);
        });
        return command.WithExample("lanyard restore /backups/lanyard-2026-09-07 --data /var/lib/lanyard");
    }
}
