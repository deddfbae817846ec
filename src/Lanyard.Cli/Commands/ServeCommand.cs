using System.CommandLine;
using Lanyard.Accounts;
using Lanyard.Accounts.Outside;
using Lanyard.Cli.Output;
using Lanyard.Records;
using Lanyard.Web;
using Lanyard.Web.Demonstration;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lanyard.Cli.Commands;

/// <summary>Starts the application.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var data = DataOption.Create();
        var key = KeyOption.Create();
        var addresses = new AddressOptions();
        var mail = new MailOptions();
        var from = new Option<string>("--mail-from") { Description = "Whom mail comes from.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("LANYARD_MAIL_FROM") ?? "lanyard@localhost", HelpName = "ADDRESS" };
        var demo = new Option<bool>("--demo") { Description = "Fill an empty folder with a demonstration trust." };
        var command =
            new Command("serve", "Start the application: pages, programming interface, /health.") { data, key, from, demo };
        addresses.AddTo(command);
        mail.AddTo(command);
        var witnesses = new WitnessOptions();
        witnesses.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(
            addresses.Read(parsed, new()
            {
                DataFolder = parsed.GetValue(data)!, // it has a default
                KeyFile = parsed.GetValue(key),
                MailServer = mail.Read(parsed),
                MailFrom = MailOptions.Sender(parsed.GetValue(from)!), // and this
                IsDemo = parsed.GetValue(demo),
                OutsideProviders = Outside(),
                Witnesses = witnesses.ReadWitnesses(parsed),
                WitnessedRecords = witnesses.ReadWitnessed(parsed),
            }),
            cancel));
        return command.WithExample("lanyard serve --data /var/lib/lanyard --urls http://127.0.0.1:5080");
    }

    // Which of several addresses it is, the server does not say.
    private static string InUse(string urls)
    {
        var next = BindingAddress.Parse(urls.Split(';')[^1]);
        var other = $"{next.Scheme}://{next.Host}:{next.Port + 1}";
        return $"{urls.Replace(";", " or ", StringComparison.Ordinal)} is in use by another program. Stop that one, or give --urls another address, such as {other}.";
    }

    private static IReadOnlyList<OutsideProvider> Outside()
    {
        try
        {
            return OutsideProviders.Read(Environment.GetEnvironmentVariable);
        }
        catch (FormatException problem)
        {
            throw new Misuse(problem.Message);
        }
    }

    private static async Task<int> RunAsync(ServerOptions options, CancellationToken cancel)
    {
        WebApplication app;
        try
        {
            app = await LanyardServer.BuildAsync(options, cancel);
            await app.StartAsync(cancel);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            throw new Misuse(InUse(options.Urls));
        }
        catch (Exception problem) when (problem is IOException or InvalidOperationException or UnauthorizedAccessException or FormatException)
        {
            throw new Misuse(problem.Message);
        }

        await using (app)
        {
            await WelcomeAsync(app, options, cancel);
            await app.WaitForShutdownAsync(cancel);
        }

        return ExitCode.Fine;
    }

    private static async Task WelcomeAsync(WebApplication app, ServerOptions options, CancellationToken cancel)
    {
        var local = ListeningAddresses.ForBrowsers(app.Urls.First());
        var address = options.Public?.ToString() ?? local;
        Console.WriteLine($"Lanyard is at {address}");
        if (address != local)
        {
            Console.WriteLine($"It listens on {string.Join(" and ", app.Urls)}");
        }

        if (options.IsDemo)
        {
            Console.WriteLine($"Sign in as any of these; everybody's password is {DemonstrationTrust.Password}");
            foreach (var person in DemonstrationTrust.SignIns)
            {
                Console.WriteLine($"  {person.Email,-24}{person.What}");
            }
        }
        else if (await FirstLink.MakeAsync(app.Services, cancel) is { } secret)
        {
            Console.WriteLine($"Nobody has an account yet. Open this link, which works once, within a day:\n  {address}/first/{secret}");
        }

        if (options.WitnessedRecords.Count > 0)
        {
            Console.WriteLine($"It signs as a witness at {address}/witness, with the key "
                + app.Services.GetRequiredService<RecordBook>().Checkpoints.WitnessKey());
        }

        Console.WriteLine("Stop it with Ctrl+C.");
    }
}
