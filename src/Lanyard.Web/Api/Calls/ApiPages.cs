using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Lanyard.Records.Storage;
using Lanyard.Web.Api.Problems;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Lanyard.Web.Api.Calls;

/// <summary>Gives lists in parts. A cursor is protected, for it holds where in the order of names the last part ended.</summary>
internal sealed class ApiPages(IDataProtectionProvider protection)
{
    /// <summary>How many items a part has where nothing is asked.</summary>
    public const int Default = 50;

    /// <summary>How many it has at the most.</summary>
    public const int Most = 200;

    private const string Limit = "limit";
    private const string Cursor = "cursor";

    /// <summary>What part is asked for, or what is wrong with the question.</summary>
    public (int Limit, RowPlace? After, ProblemResult? Problem) Read(ApiCall call)
    {
        var errors = new List<(string, string)>();
        var limit = Default;
        if (call.Request.Query.TryGetValue(Limit, out var many) && (!int.TryParse(many, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > Most))
        {
            errors.Add((Limit, $"Ask for 1 to {Most}"));
        }

        RowPlace? after = null;
        if (call.Request.Query.TryGetValue(Cursor, out var cursor) && (after = Place(call, cursor.ToString())) is null)
        {
            errors.Add((Cursor, "Use `next` of the part before, as it is"));
        }

        return (limit, after, errors.Count == 0 ? null : ApiProblems.Malformed.Because("The parameters cannot be read.", errors));
    }

    /// <summary>Answers with a part of what was found, which holds one item more than the part if there is a further one.</summary>
    public IResult Answer<TItem>(ApiCall call, IReadOnlyList<(TItem Item, RowPlace Place)> found, int limit)
    {
        var part = found.Take(limit).ToList();
        string? next = null;
        if (found.Count > limit)
        {
            var query = call.Request.Query.Where(field => field.Key != Cursor).SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value)).Append(new(Cursor, Text(call, part[^1].Place)));
            next = QueryHelpers.AddQueryString(call.Request.Path, query);
            call.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        return Results.Json(new ApiPage<TItem>([.. part.Select(each => each.Item)], next), ApiJson.Options);
    }

    /// <summary>Answers with a part of a whole list.</summary>
    public IResult Answer<TItem>(ApiCall call, IEnumerable<(TItem Item, RowPlace Place)> all)
    {
        var (limit, after, problem) = Read(call);
        return problem ?? Answer(call, [.. all.Where(each => after is null || Order(each.Place, after) > 0).OrderBy(each => each.Place, Comparer<RowPlace>.Create(Order)).Take(limit + 1)], limit);
    }

    private static int Order(RowPlace place, RowPlace other) =>
        string.CompareOrdinal(place.Sort, other.Sort) is not 0 and var bySort ? bySort : string.CompareOrdinal(place.Key, other.Key);

    private RowPlace? Place(ApiCall call, string cursor)
    {
        try
        {
            return JsonSerializer.Deserialize<RowPlace>(Protector(call).Unprotect(cursor));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private string Text(ApiCall call, RowPlace place) => Protector(call).Protect(JsonSerializer.Serialize(place));

    private IDataProtector Protector(ApiCall call) => protection.CreateProtector("Lanyard.Api.Cursor", call.Who.At.ToString(), call.Request.Path);
}
