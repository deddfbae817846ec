using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Web.Api.Problems;
using Microsoft.AspNetCore.DataProtection;

namespace Lanyard.Web.Api.Calls;

/// <summary>Does what a request asks for once, however often it is sent with the same idempotency key.</summary>
/// <remarks>The answer is kept in the same transaction as what was done: either both are there, or neither.</remarks>
internal sealed class KeptAnswers(RecordBook book, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The header that names the key.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The register of the kept answers.</summary>
    public const string Register = "api-answer";

    private const int LongestKey = 255;
    private const int MostRemoved = 50;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("Lanyard.Api.Answer");

    /// <summary>Does it, or gives the answer again that was given before.</summary>
    /// <param name="call">The call, with its body.</param>
    /// <param name="act">Does it; in its transaction it keeps the answer by what it is handed.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IResult> OnceAsync(ApiCall call, Func<Func<IRecordTransaction, ApiAnswer, Task>, Task<IResult>> act, CancellationToken cancel)
    {
        if (!call.Request.Headers.TryGetValue(Header, out var sent))
        {
            return await act((_, _) => Task.CompletedTask);
        }

        if (sent.ToString() is not { Length: > 0 and <= LongestKey } key)
        {
            return ApiProblems.Malformed.Because($"{Header} must have 1 to {LongestKey} characters.", [(Header, $"Send 1 to {LongestKey} characters")]);
        }

        var row = book.Fingerprint($"api-answer {call.Token.Id:N} {key}"); // a plain hash would tie a question without a name to its token
        var request = Hash($"{call.Request.Method} {call.Request.Path}{call.Request.QueryString} {Encoding.UTF8.GetString(await call.BytesAsync(cancel) ?? [])}");
        if (await AgainAsync(call, row, request, cancel) is { } before)
        {
            return before;
        }

        try
        {
            var answer = await act((transaction, given) => KeepAsync(transaction, row, request, given, cancel));
            return answer is ApiAnswer ? answer : await AgainAsync(call, row, request, cancel) ?? answer; // refused, perhaps because its twin was quicker
        }
        catch (AnsweredMeanwhileException twin)
        {
            return await AgainAsync(call, row, request, cancel) ?? throw new InvalidOperationException("An answer was kept and is gone.", twin);
        }
    }

    private async Task<IResult?> AgainAsync(ApiCall call, string row, string request, CancellationToken cancel)
    {
        if (await Rows(call.Who.At).FindAsync(row, cancel) is not { Value: var kept } || kept.Until < clock.GetUtcNow())
        {
            return null;
        }

        string content;
        try
        {
            content = _protector.Unprotect(kept.Content);
        }
        catch (CryptographicException) // its key is gone: a backup does not hold it
        {
            return ApiProblems.AnswerLost.Because("A request with this key was answered in the last 24 hours, and its answer cannot be read any more.");
        }

        var (first, answer) = JsonSerializer.Deserialize<Content>(content)!; // we wrote it
        return first == request ? answer : ApiProblems.KeyReused.Because("A request with this key and another content was answered in the last 24 hours.");
    }

    private async Task KeepAsync(IRecordTransaction transaction, string row, string request, ApiAnswer answer, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await transaction.FindAsync(Register, row, cancel) is { } there && Until(there) >= now)
        {
            throw new AnsweredMeanwhileException();
        }

        foreach (var old in (await transaction.ListAsync(new(Register, Take: MostRemoved), cancel)).Where(old => Until(old) < now)) // the oldest come first
        {
            await transaction.RemoveAsync(Register, old.Key, cancel);
        }

        var content = _protector.Protect(JsonSerializer.Serialize(new Content(request, answer)));
        await Rows(transaction.Organisation).PutAsync(transaction, row, new(content, now + Kept), [], (now + Kept).UtcDateTime.ToString("O"), cancel);
    }

    private KeptRows<KeptAnswer> Rows(OrganisationId organisation) => new(book.Store, organisation, Register);

    private static DateTimeOffset Until(Row row) => JsonSerializer.Deserialize<KeptAnswer>(row.Body, EventKinds.Json)!.Until; // we wrote it

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed record Content(string Request, ApiAnswer Answer);
}
