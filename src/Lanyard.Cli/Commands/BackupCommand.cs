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
        var key = KeyOption.Create();
        var keyCopy =
            new Option<string?>(
                "--key-copy") { Description = "A file to copy the master key to. Keep it apart from the backup: "
                + "with both, everything can be read.", HelpName = "FILE" };
        var command =
            new Command("backup", "Copy the records into a new folder. The application may be running.") { target, data,
            key, keyCopy };
        command.SetAction(async (parsed, cancel) =>
        {
            IReadOnlyList<(OrganisationId Organisation, ChainHead Head)> heads;
            try
            {
                heads = await new DataFolder(parsed.GetValue(data)!, parsed.GetValue(key)) // it has a default
                    // it is required
                    .BackUpAsync(parsed.GetValue(target)!, parsed.GetValue(keyCopy), TimeProvider.System, cancel);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                throw new Misuse(problem.Message);
            }

            Console.WriteLine($"The records are in {parsed.GetValue(target)}.");
            Console.WriteLine(parsed.GetValue(keyCopy) is { } copy
                ? $"The master key is in {copy}: keep it apart from the backup, for with both everything can be read."
                : "The master key is not in it. Keep a copy of the key elsewhere (--key-copy): without it nobody "
                    + "can read the backup.");
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
