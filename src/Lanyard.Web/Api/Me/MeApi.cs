using Lanyard.Web.Api.Calls;
using Lanyard.Web.Api.Description;
using Lanyard.Web.Api.People;
using Microsoft.AspNetCore.Routing;

namespace Lanyard.Web.Api.Me;

/// <summary>Who a token is.</summary>
internal static class MeApi
{
    public static void MapMe(this RouteGroupBuilder api) =>
        api.MapGet("/me", Get).Needs(scope: null).Describe("getMe", "Me", "As whom the token acts, and what it may be used for").Gives<ApiMe>();

    private static ApiAnswer Get(ApiCall call) => ApiAnswer.Object(new ApiMe(
        call.Who.Id.ToString(), call.Who.Person.Name, new(call.Who.At.ToString(), call.Who.Organisation.Name), ApiRole.Of(call.Who.Person.Roles), new(call.Token.Name, call.Token.Scopes, call.Token.Expires)));
}
