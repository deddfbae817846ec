using Lanyard.Domain.People;
using Lanyard.Web;
using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Lanyard.Accounts.Tests;

/// <summary>The real application with the demonstration trust, on a port of its own.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private RunningServer(WebApplication app, DirectoryInfo folder) => (_app, _folder) = (app, folder);

    public Uri Address => new(_app.Urls.First());

    public static async Task<RunningServer> StartAsync(Func<ServerOptions, ServerOptions>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("lanyard-accounts-");
        var options = new ServerOptions { DataFolder = Path.Combine(folder.FullName, "data"), Urls = "http://127.0.0.1:0", IsDemo = true };
        var app = await LanyardServer.BuildAsync(change is null ? options : change(options), CancellationToken.None);
        await app.StartAsync();
        return new(app, folder);
    }

    /// <summary>A new browser that knows nothing yet.</summary>
    public Visitor NewVisitor(string browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0") => new(Address, browser);

    /// <summary>A new browser in which somebody has signed in with their password.</summary>
    public async Task<Visitor> SignInAsync(string email)
    {
        var visitor = NewVisitor();
        await visitor.SignInAsync(email);
        return visitor;
    }

    /// <summary>A sign-in link for somebody, as an administrator would make it.</summary>
    public async Task<string> MakeLinkAsync(string email)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var account = await AccountOf(scope.ServiceProvider, email);
        return $"/link/{await scope.ServiceProvider.GetRequiredService<AccountBook>().MakeLinkAsync(account.Organisation, account.Person, by: null, CancellationToken.None)}";
    }

    /// <summary>Does something with the services of the server, and answers what it gives.</summary>
    public async Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> action)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await action(scope.ServiceProvider);
    }

    /// <summary>The account of an address, as it is kept now.</summary>
    public Task<Account> AccountAsync(string email) => DoAsync(services => AccountOf(services, email));

    /// <summary>Who has an address.</summary>
    public Task<PersonId> PersonAsync(string email) => DoAsync(async services => (await AccountOf(services, email)).Person);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task<Account> AccountOf(IServiceProvider services, string email) =>
        (await services.GetRequiredService<UserManager<Account>>().FindByEmailAsync(email))!; // the demonstration has it
}
