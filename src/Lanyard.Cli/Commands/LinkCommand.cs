using System.CommandLine;
using Lanyard.Accounts;
using Lanyard.Cli.Output;
using Lanyard.Domain.Organisations;
using Lanyard.Web;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Transport;
using Lanyard.Workflows.People;
using Microsoft.Extensions.DependencyInjection;

namespace Lanyard.Cli.Commands;

/// <summary>Makes a sign-in link on the server, for an administrator who is locked out.</summary>
internal static class LinkCommand
{
    public static Command Create()
    {
        var email = new Argument<string>("EMAIL") { Description = "The address that they sign in with." };
        var data = DataOption.Create();
        var key = KeyOption.Create();
        var address = AddressOptions.CreatePublic();
        var organisation = new Option<Guid?>("--organisation")
        {
            Description = "Which organisation, where two on this server know the address.", HelpName = "ID",
        };
        var reset = new Option<bool>("--reset-second-factor")
        {
            Description = "Also take their codes and passkeys, if their device is lost.",
        };
        var command = new Command("link", "Make a sign-in link for somebody who is locked out. It is recorded, and they "
            + "are told.") { email, data, key, address, organisation, reset };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = parsed.GetValue(data)!; // it has a default
            var options = new ServerOptions { DataFolder = folder, KeyFile = parsed.GetValue(key), PublicUrl = parsed.GetValue(address) };
            if (!new DataFolder(folder).Exists)
            {
                throw new Misuse($"{new DataFolder(folder).Records} is not there. Name the folder with --data.");
            }

            try
            {
                return await RunAsync(options, parsed.GetValue(email)!, parsed.GetValue(organisation), parsed.GetValue(reset), cancel); // it is required
            }
            catch (Exception problem) when (problem is IOException or InvalidOperationException or UnauthorizedAccessException or FormatException)
            {
                throw new Misuse(problem.Message);
            }
        });
        return command.WithExample("lanyard link head@school.example --data /var/lib/lanyard --public-url https://lanyard.school.example");
    }

    private static async Task<int> RunAsync(
        ServerOptions options, string email, Guid? organisation, bool isReset, CancellationToken cancel)
    {
        await using var app = await LanyardServer.BuildAsync(options, cancel); // it listens nowhere until it is started
        await using var scope = app.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<PeopleByAddress>().FindAsync(email, cancel);
        var (at, person) = One(found, email, organisation);
        var links = scope.ServiceProvider.GetRequiredService<RescueLinks>();
        if (isReset && await links.ResetSecondFactorAsync(at, person.Id, cancel))
        {
            Console.WriteLine("Their codes and passkeys are gone. They set up new ones when they sign in.");
        }

        var secret = await links.MakeAsync(at, person.Id, cancel);
        var home = options.Public?.ToString() ?? ListeningAddresses.ForBrowsers(options.Urls);
        Console.WriteLine($"This link sets a new password for {person.Name}. It works once, for three days. Give it to nobody else.");
        Console.WriteLine($"  {home}/link/{secret}");
        return ExitCode.Fine;
    }

    private static (OrganisationId Organisation, Person Person) One(
        IReadOnlyList<(OrganisationId Organisation, Person Person)> found, string email, Guid? organisation)
    {
        var meant = organisation is null ? found : [.. found.Where(each => each.Organisation.Value == organisation)];
        return meant switch
        {
            [var one] => one,
            [] => throw new Misuse($"Nobody who is here has the address {email}. Give the one that they sign in with."),
            _ => throw new Misuse($"{meant.Count} people have the address {email}. Name the organisation with "
                + $"--organisation: {string.Join(" or ", meant.Select(each => each.Organisation))}."),
        };
    }
}
