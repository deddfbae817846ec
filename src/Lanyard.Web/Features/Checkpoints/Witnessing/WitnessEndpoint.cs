using System.Text;
using Lanyard.Records.Checkpoints;

namespace Lanyard.Web.Features.Checkpoints.Witnessing;

/// <summary>Where other installations have their checkpoints signed, if the server was told their keys.</summary>
internal static class WitnessEndpoint
{
    private const int LongestRequest = 64 * 1024;

    public static void Map(WebApplication app)
    {
        if (!app.Services.GetRequiredService<WitnessDesk>().IsOpen)
        {
            return;
        }

        app.MapPost("/witness/add-checkpoint", AddAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> AddAsync(HttpRequest request, WitnessDesk desk, CancellationToken cancel)
    {
        if (request.ContentLength is > LongestRequest)
        {
            return Results.Text("The request is too long.\n", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        var bytes = new byte[LongestRequest + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        if (length > LongestRequest)
        {
            return Results.Text("The request is too long.\n", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        var reply = await desk.AddAsync(Encoding.UTF8.GetString(bytes, 0, length), cancel);
        return Results.Text(reply.Body, reply.IsSize ? "text/x.tlog.size" : "text/plain", Encoding.UTF8, reply.Status);
    }
}
