using System.CommandLine;
using Lanyard.Cli.Output;
using Lanyard.Decisions.Understanding;
using Lanyard.Domain.Vocabulary;
using Lanyard.Import;

namespace Lanyard.Cli.Commands;

/// <summary>Turns a school's own document into a policy file to be confirmed.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var document = new Argument<string>("DOCUMENT") { Description = "A document: TXT, Markdown, DOCX, PDF, RTF or HTML." };
        var output = new Option<string?>("--output", "-o") { Description = "The policy file to write. Otherwise it is printed.", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Replace the file to write if it is there already." };
        var organisation = new Option<string?>("--organisation") { Description = "Whose policy it is. Otherwise the name that the document plainly gives, or \"Your organisation\".", HelpName = "NAME" };
        var json = Shared.Json();
        var command = new Command("import", "Turn a document into a policy file: its clauses, with a proposed statement for each sentence or an honest \"no proposal\".") { document, output, force, organisation, json };
        command.SetAction((parsed, cancel) =>
        {
            Protect(parsed.GetValue(output), parsed.GetValue(document)!, parsed.GetValue(force)); // required
            return RunAsync(parsed.GetValue(document)!, parsed.GetValue(output), parsed.GetValue(organisation), parsed.GetValue(json), cancel); // required
        });
        return command.WithExample("lanyard import our-policy.docx --organisation \"Ashfield Primary School\" --output our-policy.md");
    }

    // What a person has confirmed in an earlier import is hours of work.
    private static void Protect(string? output, string document, bool isForced)
    {
        if (output is null || !File.Exists(output))
        {
            return;
        }

        if (string.Equals(Path.GetFullPath(output), Path.GetFullPath(document), StringComparison.Ordinal))
        {
            throw new Misuse($"{output} is the document itself. Name another file to write.");
        }

        if (!isForced)
        {
            throw new Misuse($"{output} is there already, and what was confirmed in it would be lost. Nothing was written: name another file, or add --force to replace it.");
        }
    }

    private static async Task<int> RunAsync(string path, string? output, string? named, bool isJson, CancellationToken cancel)
    {
        var result = await ReadAsync(path, cancel);
        if (result.Document is not { } document)
        {
            throw new Misuse($"{path}: {result.Problem}");
        }

        var organisation = named ?? document.Facts.Organisation ?? "Your organisation";
        var proposer = new Proposer(Lexicon.Shipped, organisation);
        var proposals = 0;
        var sentences = 0;
        var draft = PolicyDraft.Write(document, Path.GetFileName(path), organisation, sentence =>
        {
            var proposed = proposer.Propose(sentence);
            (sentences, proposals) = (sentences + 1, proposals + (proposed.IsEmpty ? 0 : 1));
            return proposed;
        });
        if (output is not null)
        {
            await OutputFile.WriteAsync(output, draft, cancel);
        }

        if (isJson)
        {
            Console.WriteLine(Json(document, organisation, output, sentences, proposals, output is null ? draft : null));
        }
        else
        {
            Console.Write(output is null ? draft : $"{output}: {document.Clauses.Length} clauses, {sentences} sentences, {proposals} with a proposal, {document.Notes.Length} notes. `lanyard check` refuses it until each proposal is confirmed.\n");
        }

        return ExitCode.Fine;
    }

    private static async Task<ImportResult> ReadAsync(string path, CancellationToken cancel)
    {
        if (Directory.Exists(path))
        {
            throw new Misuse($"{path} is a folder. Name a document.");
        }

        try
        {
            var bytes = await File.ReadAllBytesAsync(path, cancel);
            CheckName(path, bytes);
            return await DocumentReading.ReadAsync(bytes, cancel);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new Misuse($"Cannot read {path}: {(File.Exists(path) ? problem.Message : "there is no such file.")}");
        }
    }

    // A file that is not what its name says is damaged or the wrong one; its bytes read as text would be nonsense.
    private static void CheckName(string path, byte[] bytes)
    {
        var kind = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".PDF" when !bytes.AsSpan().StartsWith("%PDF"u8) => "PDF",
            ".DOCX" when !bytes.AsSpan().StartsWith("PK"u8) && !bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) => "DOCX file",
            _ => null,
        };
        if (kind is not null)
        {
            throw new Misuse($"{path} has the name of a {kind}, but is none. Is it the right file? Open it, save it again, and try once more.");
        }
    }

    private static string Json(ImportedDocument document, string organisation, string? output, int sentences, int proposals, string? draft) => JsonOutput.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("title", document.Title);
        json.WriteString("organisation", organisation);
        json.WriteString("output", output);
        json.WriteNumber("sentences", sentences);
        json.WriteNumber("proposals", proposals);
        json.Array("clauses", document.Clauses, clause =>
        {
            json.WriteStartObject();
            json.WriteString("clause", clause.Id);
            json.WriteString("heading", clause.Heading);
            json.WriteNumber("level", clause.Level);
            json.Strings("paragraphs", clause.Paragraphs.Select(paragraph => paragraph.Printed));
            json.WriteEndObject();
        });
        json.Strings("notes", document.Notes);
        json.WriteString("policy", draft);
        json.WriteEndObject();
    });
}
