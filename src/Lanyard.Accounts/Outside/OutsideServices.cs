using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Lanyard.Accounts.Outside;

/// <summary>Sets outside sign-in services up: the authorisation code flow of OAuth 2.0 with PKCE and a state that is bound to the browser.</summary>
public static class OutsideServices
{
    private const string ProblemClaim = "problem";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Adds the services that are set up.</summary>
    public static void AddOutsideSignIn(this IServiceCollection services, IReadOnlyList<OutsideProvider> providers)
    {
        services.AddScoped<OutsideSignIn>();
        var authentication = new AuthenticationBuilder(services);
        foreach (var provider in providers)
        {
            authentication.AddOAuth(provider.Scheme, options => SetUp(options, provider));
        }
    }

    private static void SetUp(OAuthOptions options, OutsideProvider provider)
    {
        (options.ClientId, options.ClientSecret) = (provider.ClientId, provider.ClientSecret);
        (options.AuthorizationEndpoint, options.TokenEndpoint, options.UserInformationEndpoint) = (provider.AuthorizationEndpoint, provider.TokenEndpoint, provider.UserEndpoint);
        options.CallbackPath = $"/sign-in/from/{provider.Scheme}";
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.UsePkce = true;
        options.SaveTokens = false; // they are needed once
        options.BackchannelTimeout = Patience;
        options.CorrelationCookie.Name = "lanyard-outside-";
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        foreach (var scope in provider.Scopes)
        {
            options.Scope.Add(scope);
        }

        foreach (var (name, value) in provider.Hints)
        {
            options.AdditionalAuthorizationParameters[name] = value;
        }

        options.Events.OnCreatingTicket = context => ReadAsync(context, provider);
        options.Events.OnTicketReceived = FinishAsync;
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            Refuse(context.HttpContext, OutsideProblem.NotDone);
            return Task.CompletedTask;
        };
    }

    private static async Task ReadAsync(OAuthCreatingTicketContext context, OutsideProvider provider)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        request.Headers.Accept.Add(new("application/json"));
        using var response = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        response.EnsureSuccessStatusCode();
        using var user = JsonDocument.Parse(await response.Content.ReadAsStringAsync(context.HttpContext.RequestAborted));
        using var nothing = JsonDocument.Parse("{}");
        var answer = provider.Read((context.TokenResponse.Response ?? nothing).RootElement, user.RootElement);
        context.Identity?.AddClaim(answer.Email is { } email ? new(ClaimTypes.Email, email) : new(ProblemClaim, (answer.Problem ?? OutsideProblem.NotDone).ToString()));
    }

    private static async Task FinishAsync(TicketReceivedContext context)
    {
        context.HandleResponse(); // the session is ours to begin, not the handler's
        var http = context.HttpContext;
        if (context.Principal?.FindFirstValue(ClaimTypes.Email) is not { } email)
        {
            Refuse(http, Enum.TryParse<OutsideProblem>(context.Principal?.FindFirstValue(ProblemClaim), out var problem) ? problem : OutsideProblem.NotDone);
            return;
        }

        if (await http.RequestServices.GetRequiredService<OutsideSignIn>().FindAsync(email, http.RequestAborted) is not { } account)
        {
            Refuse(http, OutsideProblem.Unknown);
            return;
        }

        var next = context.ReturnUri is { Length: > 0 } address ? address : "/";
        if (account.HasSecondFactor)
        {
            // A second factor is asked for, whichever way its owner comes.
            await http.RequestServices.GetRequiredService<HalfSignedIn>().RememberAsync(http, account, http.RequestAborted);
            http.Response.Redirect($"{account.SecondStep}?next={Uri.EscapeDataString(next)}");
            return;
        }

        await http.SignInAsync(account, hasSecondFactor: false);
        http.Response.Redirect(next);
    }

    private static void Refuse(HttpContext http, OutsideProblem problem) => http.Response.Redirect($"/sign-in?problem={problem}");
}
