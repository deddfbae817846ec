using Lanyard.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Lanyard.Web.Tests;

/// <summary>The application itself, with the demonstration trust in a folder of its own, on a port that is free.</summary>
public sealed class RunningServer(string mark = "lanyard-web-") : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory(mark).FullName;
    private readonly List<Visitor> _visitors = [];
    private WebApplication _app = null!; // set before every test

    public string Address => _app.Urls.First();

    public RecordBook Book => _app.Services.GetRequiredService<RecordBook>();

    public IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint> Endpoints => _app.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints;

    /// <summary>A service of the application, for what cannot be reached by its pages.</summary>
    public TService Get<TService>()
        where TService : notnull =>
        _app.Services.GetRequiredService<TService>();

    public async ValueTask InitializeAsync()
    {
        _app = await LanyardServer.BuildAsync(new() { DataFolder = _folder, Urls = "http://127.0.0.1:0", IsDemo = true }, TestContext.Current.CancellationToken);
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async Task<Visitor> SignInAsync(string email)
    {
        var visitor = Anybody();
        await visitor.SignInAsync(email);
        return visitor;
    }

    public Visitor Anybody()
    {
        var visitor = new Visitor(Address);
        _visitors.Add(visitor);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        _visitors.ForEach(visitor => visitor.Dispose());
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
