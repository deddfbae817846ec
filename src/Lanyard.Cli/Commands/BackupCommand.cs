using System.CommandLine;
using Lanyard.Cli.Output;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;
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
            IReadOnlyList<(OrganisationId Organisation, ChainHead Head)> heads;
            try
            {
                heads = await new DataFolder(parsed.GetValue(data)!).BackUpAsync(parsed.GetValue(target)!, TimeProvider.System, cancel); // with a default, and required
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                throw new Misuse(problem.Message);
            }

            Console.WriteLine($"Everything is in {parsed.GetValue(target)}. It holds the keys too: keep it as safe as the records themselves.");
            foreach (var (organisation, head) in heads)
            {
                Console.WriteLine($"{organisation}: {head.Sequence} entries, head {head.Hash}");
            }

            Console.WriteLine("Note the heads elsewhere: `lanyard verify --head` tells with them whether entries were cut off later.");
            return ExitCode.Fine;
        });
        return command.WithExample("lanyard backup /backups/lanyard-2026-09-07 --data /var/lib/lanyard");
    }
}
