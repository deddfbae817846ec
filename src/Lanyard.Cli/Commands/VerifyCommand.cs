using System.CommandLine;
using Lanyard.Cli.Output;
using Lanyard.Records;
using Lanyard.Records.Chain;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Cli.Commands;

/// <summary>Checks the chain of every organisation, and its registers against it.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var data = DataOption.Create();
        var json = Shared.Json();
        var command = new Command("verify", "Check that no entry of any record was changed, removed or put in, and that the registers agree with the record.") { data, json };
        command.SetAction((parsed, cancel) => RunAsync(new DataFolder(parsed.GetValue(data)!), parsed.GetValue(json), cancel)); // it has a default
        return command.WithExample("lanyard verify --data /var/lib/lanyard");
    }

    public static async Task<int> RunAsync(DataFolder folder, bool isJson, CancellationToken cancel)
    {
        if (!folder.Exists)
        {
            throw new Misuse($"{folder.Records} is not there. Name the folder with --data.");
        }

        RecordBook book;
        try
        {
            book = await folder.OpenAsync(TimeProvider.System, cancel);
        }
        catch (InvalidOperationException problem)
        {
            throw new Misuse(problem.Message);
        }

        var reports = new List<(ChainReport Chain, IReadOnlyList<string> Registers)>();
        await using (book.Store)
        {
            foreach (var organisation in (await book.Store.OrganisationsAsync(cancel)).Where(id => id != Installation.Partition))
            {
                var chain = await book.VerifyAsync(organisation, cancel);
                reports.Add((chain, chain.IsWhole ? await book.CompareAsync(organisation, cancel) : []));
            }
        }

        Print(reports, isJson);
        return reports.TrueForAll(report => report.Chain.IsWhole && report.Registers.Count == 0) ? ExitCode.Fine : ExitCode.Findings;
    }

    private static void Print(List<(ChainReport Chain, IReadOnlyList<string> Registers)> reports, bool isJson)
    {
        if (isJson)
        {
            Console.WriteLine(JsonOutput.Text(json => Write(json, reports)));
            return;
        }

        foreach (var (chain, registers) in reports)
        {
            Console.WriteLine(chain.IsWhole
                ? $"{chain.Organisation}: {chain.Entries} entries, whole, head {chain.Head}"
                : $"{chain.Organisation}: broken at entry {chain.BrokenAt}: {chain.Problem}. The {chain.Entries} before it hold.");
            foreach (var row in registers)
            {
                Console.WriteLine($"{chain.Organisation}: the register says something else of {row} than the record does");
            }
        }

        if (reports.Count == 0)
        {
            Console.WriteLine("There is no organisation yet.");
        }
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, List<(ChainReport Chain, IReadOnlyList<string> Registers)> reports)
    {
        json.WriteStartArray();
        foreach (var (chain, registers) in reports)
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

            json.Strings("differing", registers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
