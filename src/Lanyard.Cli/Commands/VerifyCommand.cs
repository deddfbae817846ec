using System.CommandLine;
using Lanyard.Cli.Output;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Cli.Commands;

/// <summary>Checks the chain of every organisation, and its registers against it.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var data = DataOption.Create();
        var key = KeyOption.Create();
        var json = Shared.Json();
        var head = new Option<string[]>("--head")
        {
            Description = "The hash of an entry that was noted elsewhere, such as on an evidence pack or at a backup. It must be in a chain; may be given several times.",
            HelpName = "HASH",
        };
        var checkpoint = new Option<string[]>("--checkpoint")
        {
            Description = "A file with a checkpoint that was kept elsewhere, or the letter that brought it. The records "
                + "must have grown from it; may be given several times.",
            HelpName = "FILE",
        };
        var witness = WitnessOptions.Witnesses();
        var command = new Command("verify", "Check that no entry of any record was changed, removed or put in, and "
            + "that the registers agree with the record.") { data, key, head, checkpoint,
            witness, json };
        // it has a default
        command.SetAction((parsed, cancel) =>
            RunAsync(new DataFolder(parsed.GetValue(data)!, parsed.GetValue(key)),
                new(parsed.GetValue(head) ?? [], CheckpointFiles.Read(parsed.GetValue(checkpoint) ?? []),
                    WitnessOptions.Read(parsed.GetValue(witness) ?? [])), parsed.GetValue(json), cancel));
        return command.WithExample("lanyard verify --data /var/lib/lanyard");
    }

    /// <summary>Checks a folder, and tells what was found.</summary>
    public static async Task<Verification> CheckAsync(DataFolder folder, Compared with, bool isJson,
        CancellationToken cancel)
    {
        if (!folder.Exists)
        {
            throw new Misuse($"{folder.Records} is not there. Name the folder with --data.");
        }

        var found = await Verification.OfAsync(folder, with, cancel);
        Print(found, with, isJson);
        return found;
    }

    private static async Task<int> RunAsync(DataFolder folder, Compared with, bool isJson, CancellationToken cancel) =>
        await CheckAsync(folder, with, isJson, cancel) switch
        {
            { IsWhole: false } or { IsInOrder: false } or { IsKnown: false } => ExitCode.Findings,
            { Reports.Count: 0 } => ExitCode.Misuse,
            _ => ExitCode.Fine,
        };

    private static void Print(Verification found, Compared with, bool isJson)
    {
        if (isJson)
        {
            Console.WriteLine(JsonOutput.Text(json => Write(json, found)));
            return;
        }

        foreach (var (chain, registers) in found.Reports)
        {
            Console.WriteLine(chain.IsWhole
                ? $"{chain.Organisation}: {chain.Entries} entries, whole, head {chain.Head}"
                : $"{chain.Organisation}: {chain.Said}");
            foreach (var entry in chain.Unknown)
            {
                Console.WriteLine($"{chain.Organisation}: {entry}, which this version of Lanyard does not know. Check "
                    + "with the version that wrote it, or a later one");
            }

            foreach (var entry in chain.TimesGoBackAt)
            {
                Console.WriteLine($"{chain.Organisation}: by its time, entry {entry} was written before the entry "
                    + "that it follows: the clock was wrong, or times were changed");
            }

            foreach (var row in registers)
            {
                Console.WriteLine($"{chain.Organisation}: the register says something else of {row} than the record does");
            }
        }

        foreach (var fault in found.Faults)
        {
            Console.WriteLine(fault);
        }

        if (found.IsWhole && found.Reports.Count == 0)
        {
            Console.WriteLine("There is no organisation in these records. If there was one, everything is gone.");
        }
        else if (found.IsWhole && !with.IsAny)
        {
            Console.WriteLine("Nothing was compared with what somebody else keeps, so an earlier copy of everything would look the same: use --checkpoint or --witness.");
        }
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, Verification found)
    {
        json.WriteStartArray();
        foreach (var (chain, registers) in found.Reports)
        {
            json.WriteStartObject();
            json.WriteString("organisation", chain.Organisation.ToString());
            json.WriteNumber("entries", chain.Entries);
            json.WriteString("head", chain.Head);
            json.WriteBoolean("whole", chain.IsWhole);
            if (chain.BrokenAt is { } at)
            {
                json.WriteNumber("brokenAt", at);
                json.WriteString("problem", chain.Problem);
            }

            if (chain is { BrokenAt: null, IsWhole: false })
            {
                json.WriteString("problem", chain.Said);
            }

            json.Strings("unknown", chain.Unknown);
            json.WriteStartArray("timesGoBackAt");
            foreach (var entry in chain.TimesGoBackAt)
            {
                json.WriteNumberValue(entry);
            }

            json.WriteEndArray();
            json.Strings("differing", registers);
            json.WriteEndObject();
        }

        foreach (var fault in found.Faults)
        {
            json.WriteStartObject();
            json.WriteBoolean("whole", false);
            json.WriteString("problem", fault);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
