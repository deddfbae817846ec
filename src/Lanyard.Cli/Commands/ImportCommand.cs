using System.CommandLine;
using Lanyard.Cli.Output;
using Lanyard.Decisions.Understanding;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Import;

namespace Lanyard.Cli.Commands;

/// <summary>Turns a school's own document into a policy file to be confirmed.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var document = new Argument<string>("DOCUMENT") { Description = "A document: TXT, Markdown, DOCX or PDF." };
        var output = new Option<string?>("--output", "-o") { Description = "The policy file to write. Otherwise it is printed.", HelpName = "FILE" };
        var organisation = new Option<string>("--organisation") { Description = "Whose policy it is.", DefaultValueFactory = _ => "Your organisation", HelpName = "NAME" };
        var json = Shared.Json();
        var command = new Command("import", "Turn a document into a policy file: its clauses, with a proposed statement for each sentence or an honest \"no proposal\".") { document, output, organisation, json };
        command.SetAction((parsed, cancel) =>
            RunAsync(parsed.GetValue(document)!, parsed.GetValue(output), parsed.GetValue(organisation)!, parsed.GetValue(json), cancel)); // required, and with a default
        return command.WithExample("lanyard import our-policy.docx --organisation \"Ashfield Primary School\" --output our-policy.md");
    }

    private static async Task<int> RunAsync(string path, string? output, string organisation, bool isJson, CancellationToken cancel)
    {
        var result = await ReadAsync(path, cancel);
        if (result.Document is not { } document)
        {
            throw new Misuse($"{path}: {result.Problem}");
        }

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
            Console.WriteLine(Json(document, output, sentences, proposals, output is null ? draft : null));
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
            return bytes.AsSpan().StartsWith("%PDF"u8)
                ? PolicyImport.ReadPdfText(await PdfText.ReadAsync(path, cancel))
                : PolicyImport.Read(bytes);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new Misuse($"Cannot read {path}: {(File.Exists(path) ? problem.Message : "there is no such file.")}");
        }
    }

    private static string Json(ImportedDocument document, string? output, int sentences, int proposals, string? draft) => JsonOutput.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("title", document.Title);
        json.WriteString("output", output);
        json.WriteNumber("sentences", sentences);
        json.WriteNumber("proposals", proposals);
        json.Array("clauses", document.Clauses, clause =>
        {
            json.WriteStartObject();
            json.WriteString("clause", clause.Id);
            json.WriteString("heading", clause.Heading);
            json.WriteNumber("level", clause.Level);
            json.Strings("paragraphs", clause.Paragraphs.Select(paragraph => paragraph.Text));
            json.WriteEndObject();
        });
        json.Strings("notes", document.Notes);
        json.WriteString("policy", draft);
        json.WriteEndObject();
    });
}
