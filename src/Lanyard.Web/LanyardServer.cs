using System.Threading.RateLimiting;
using Lanyard.Accounts;
using Lanyard.Accounts.Outside;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Web.Api;
using Lanyard.Web.Api.Problems;
using Lanyard.Web.Demonstration;
using Lanyard.Web.Features.Checkpoints;
using Lanyard.Web.Features.Checkpoints.Witnessing;
using Lanyard.Web.Features.Notices;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Keeping;
using Lanyard.Web.Infrastructure.Transport;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.RateLimiting;

namespace Lanyard.Web;

/// <summary>Puts the application together.</summary>
public static class LanyardServer
{
    private const int MostBytes = 8 * 1024 * 1024; // of one request, an uploaded document included

    /// <summary>Builds the application; nothing listens until it is started.</summary>
    public static async Task<WebApplication> BuildAsync(ServerOptions options, CancellationToken cancel)
    {
        options.CheckAddresses();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(LanyardServer).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
        });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error); // it warns that it keeps pages out of caches, which we do too
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // it warns that its keys lie in the data folder, which only we can read
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None); // why it did not start is said by who started it
        var folder = new DataFolder(options.DataFolder, options.KeyFile);
        var book = await folder.OpenAsync(options.Clock, cancel);
        AddServices(builder.Services, options, folder, book);
        var app = builder.Build();
        app.Services.GetRequiredService<IRecordStore>();
        await app.Services.GetRequiredService<RecordChecks>().QuicklyAsync(cancel);
        app.Services.GetRequiredService<SecurityNotices>().Start();
        Use(app, options);
        if (options.IsDemo)
        {
            await DemonstrationTrust.FillAsync(app.Services, cancel);
        }

        return app;
    }

    private static void AddServices(IServiceCollection services, ServerOptions options, DataFolder folder, RecordBook book)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton(folder);
        services.AddSingleton(book);
        services.AddSingleton(_ => book.Store); // made by the container, so that it is closed when the server stops
        services.AddKeeping();
        services.AddCheckpoints(options);
        services.AddFeatures();
        services.AddTelemetry(options);
        services.AddHttpContextAccessor();
        services.AddDataProtection().SetApplicationName("Lanyard").PersistKeysToFileSystem(new(folder.ProtectionKeys));
        services.AddSingleton<IOwnerNews, OwnerNews>();
        services.AddAccounts(options.IsSecure);
        services.AddOutsideSignIn(options.OutsideProviders);
        services.AddSecurityLog();
        services.AddPermissions();
        services.AddApi();
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Features";
            pages.Conventions.AuthorizeFolder("/"); // a page without a declared permission is refused to everybody who is not signed in
        });
        services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(mvc =>
        {
            mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true; // a page says itself what is missing, in its own words
            mvc.ModelMetadataDetailsProviders.Add(new EmptyStaysEmpty());
            mvc.Filters.Add(new OnlyWithHandler());
            mvc.Filters.Add<SecondFactorFirst>();
            mvc.Filters.Add<FormKept>();
            mvc.Filters.Add<FreshProofFirst>();
        });
        services.AddTransport(options);
        services.AddRateLimiter(Limit);
    }

    // What the pages of the features share.
    private static void AddFeatures(this IServiceCollection services)
    {
        services.AddTexts();
        services.AddSingleton<Features.Policies.ListPolicies.OwnPolicies>();
        services.AddNotices();
        services.AddSingleton<Features.Ask.AnswerBook>();
        services.AddScoped<Features.Ask.AskDesk>();
        services.AddSingleton<Features.Ask.SittingSeal>();
        services.AddSingleton<Features.Contacts.HelpDesk>();
        services.AddSingleton<Features.Ask.PublicQuestions>();
        services.AddHostedService<Features.Ask.PublicQuestionsKeeping>();
        services.AddSingleton<Features.Policies.EditDraft.DraftChecks>();
        services.AddSingleton<Features.Acceptances.AcceptanceList>();
        services.AddSingleton<Features.Acceptances.NamesThen>();
        services.AddSingleton<Features.Policies.ViewPolicy.ConsultedPeople>();
        services.AddSingleton<Features.Home.WaitingTasks>();
        services.AddSingleton<Features.Home.SetUpSteps>();
        services.AddSingleton<Features.Policies.AddPolicy.DocumentImport>();
        services.AddPeople();
    }

    private static void AddPeople(this IServiceCollection services)
    {
        services.AddScoped<Features.People.PeopleDesk>();
        services.AddScoped<Features.People.AccountStates>();
        services.AddScoped<Features.People.InvitePeople.InvitationDesk>();
        services.AddSingleton<Features.People.ImportPeople.ImportShelf>();
        services.AddSingleton<ImportTurns>();
        services.AddSingleton<Features.CaseAccess.CaseRoleDesk>();
        services.AddSingleton<Features.CaseAccess.TakeoverGuard>();
        services.AddSingleton<Features.People.ImportPeople.ImportMemory>();
        services.AddSingleton<Features.People.ImportPeople.ImportQueue>();
        services.AddScoped<Features.People.PeopleSteps>();
        services.AddScoped<Features.People.ImportPeople.ImportRunner>();
        services.AddHostedService<Features.People.ImportPeople.ImportWork>();
    }

    // The texts of policies, and what they come to.
    private static void AddTexts(this IServiceCollection services)
    {
        services.AddSingleton(provider => new PolicyShelf(provider.GetRequiredService<RecordBook>()));
        services.AddSingleton<Features.Public.ReadPolicy.PublicTexts>();
        services.AddSingleton<Features.Evidence.EvidenceReader>();
        services.AddSingleton<Features.Evidence.PrintPack.PackProof>();
    }

    private static void Limit(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter =
                rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
                ? $"{Math.Ceiling(after.TotalSeconds):F0}" : "60";
            return ValueTask.CompletedTask;
        };

        // A whole school may sit behind one address. Who may guess how often is counted where passwords and codes are checked.
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/sign-in", StringComparison.OrdinalIgnoreCase)
                ? RateLimitPartition.GetFixedWindowLimiter($"sign-in {ClientPlace.Of(context)}",
                    _ => new() { PermitLimit = 600, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetTokenBucketLimiter(ClientPlace.Of(context),
                    _ => new() { TokenLimit = 600, TokensPerPeriod = 100, ReplenishmentPeriod = TimeSpan.FromSeconds(1) }));
        limits.GlobalLimiter = PartitionedRateLimiter.CreateChained([limits.GlobalLimiter, .. PublicLimits.All()]);
    }

    private static void Use(WebApplication app, ServerOptions options)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders(options);
        app.UsePublicAddress(options);
        app.UseExceptionHandler("/fault");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseApiProblems();
        app.UseRateLimiter();
        app.UseRouting();
        app.UseSecurityLog();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        BuiltInFile.MapAll(app);
        app.MapGet("/health", () => Results.Text("healthy")).AllowAnonymous();
        app.MapGet("/ready",
            async (Readiness readiness, CancellationToken cancel) =>
                await readiness.ProblemAsync(cancel) is { Length: > 0 } problem
            ? Results.Text($"not ready: {problem}", statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Text("ready")).AllowAnonymous();
        WitnessEndpoint.Map(app);
        app.MapApi();
        app.MapRazorPages();
    }
}
