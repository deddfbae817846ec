using System.CommandLine;
using Lanyard.Cli.Output;
using Lanyard.Policy.Publishing;

namespace Lanyard.Cli.Commands;

/// <summary>Renders a policy as a web page.</summary>
internal static class RenderCommand
{
    public static Command Create()
    {
        var policy = Shared.Policy();
        var output = new Option<string?>("--output", "-o") { Description = "The file to write. Otherwise the page is printed.", HelpName = "FILE" };
        var json = Shared.Json();
        var command = new Command("render", "Render a policy as one accessible web page that prints well.") { policy, output, json };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(policy)!, parsed.GetValue(output), parsed.GetValue(json), cancel)); // a required argument
        return command.WithExample("lanyard render policies/beam-trust.md --output beam-trust.html");
    }

    private static async Task<int> RunAsync(string path, string? output, bool isJson, CancellationToken cancel)
    {
        if (await PolicyFile.RequireAsync(path, cancel) is not { } policy)
        {
            return ExitCode.Findings;
        }

        var page = PolicyPage.Render(policy);
        if (output is not null)
        {
            await OutputFile.WriteAsync(output, page, cancel);
        }

        if (isJson)
        {
            Console.WriteLine(JsonOutput.Text(json =>
            {
                json.WriteStartObject();
                json.WriteString("policy", policy.ContentHash);
                json.WriteString("output", output);
                json.WriteString("html", output is null ? page : null);
                json.WriteEndObject();
            }));
        }
        else if (output is null)
        {
            Console.Write(page);
        }

        return ExitCode.Fine;
    }
}
