using Lanyard.Accounts.Tokens;
using Lanyard.Web.Api.Acceptances;
using Lanyard.Web.Api.Asking;
using Lanyard.Web.Api.Calls;
using Lanyard.Web.Api.Description;
using Lanyard.Web.Api.Evidence;
using Lanyard.Web.Api.Me;
using Lanyard.Web.Api.People;
using Lanyard.Web.Api.Policies;
using Lanyard.Web.Api.Problems;
using Lanyard.Web.Api.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Routing;

namespace Lanyard.Web.Api;

/// <summary>Sets the programming interface up.</summary>
internal static class ApiServices
{
    /// <summary>Below which address everything is.</summary>
    public const string Address = "/api/v1";

    private const string OnlyByToken = "only-by-token";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<TokenStore>();
        services.AddSingleton<TokenLimits>();
        services.AddSingleton<ApiPages>();
        services.AddSingleton<KeptAnswers>();
        services.AddScoped<ApiCall>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, configureOptions: null);
        services.AddAuthorizationBuilder().AddPolicy(OnlyByToken, policy => policy.AddAuthenticationSchemes(TokenAuthentication.Name).RequireAuthenticatedUser()); // a cookie does not count, so no form of another site can call
        services.AddLogging(logging => logging.AddFilter(typeof(TokenAuthentication).FullName, LogLevel.Warning)); // a wrong token is the caller's mistake, and is answered
        services.ConfigureHttpJsonOptions(json => ApiJson.Set(json.SerializerOptions));
        services.AddApiDescription();
    }

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapApiDescription();
        app.MapGet($"{ApiProblems.Address}/{{code}}", (string code) => ApiProblems.All.FirstOrDefault(each => each.Code == code) is { } problem ? Results.Json(problem, ApiJson.Options) : Results.NotFound())
            .AllowAnonymous().Describe("getProblem", "Problems", "What a kind of problem means").Gives<ApiProblem>().Tells(ApiProblems.NotFound);
        var api = app.MapGroup(Address).RequireAuthorization(OnlyByToken);
        api.AddEndpointFilter<ApiDoor>();
        api.MapMe();
        api.MapPolicies();
        api.MapPeople();
        api.MapAsk();
        api.MapAcceptances();
        api.MapEvidence();
    }
}
