using System.Text.Json;
using Lanyard.Workflows.Asking;
using Lanyard.Workflows.People;
using Shouldly;

namespace Lanyard.Web.Tests.Api;

/// <summary>Programs read, ask, accept and change.</summary>
public sealed class ApiTests : IAsyncLifetime
{
    private const string Kit = """{ "name": "Kit Moss", "email": "kit.moss@demo.example", "roles": [{ "role": "teacher" }] }""";

    private readonly RunningServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _server.InitializeAsync();

    [Fact]
    public async Task Policies_AreListed_Read_AndNotReadAgainWhenUnchanged()
    {
        using var client = await ApiClient.OfAsync(_server, "parent@demo.example", "policies:read");
        var list = await client.GetAsync("/policies");
        list.Status.ShouldBe(200, list.Text);
        var policy = list.Json.GetProperty("items")[0];
        var id = policy.GetProperty("id").GetString();
        var one = await client.GetAsync($"/policies/{id}");
        one.Json.ToString().ShouldBe(policy.ToString());
        (await client.GetAsync($"/policies/{id}", ("If-None-Match", one.Header("ETag")!))).Status.ShouldBe(304); // one object has a tag

        var text = await client.GetAsync($"/policies/{id}/text");
        text.Field("hash").ShouldBe(policy.GetProperty("inForce").GetProperty("hash").GetString());
        text.Field("text").ShouldContain("# ");
        (await client.GetAsync($"/policies/{id}/text?version=none")).Status.ShouldBe(404);
        (await client.GetAsync($"/policies/{id}/versions")).Json.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Question_AndSituation_AreAnswered_AsTheCommandLineDoes_AndKept()
    {
        using var client = await ApiClient.OfAsync(_server, "teacher@demo.example", "ask");
        var answer = await client.PostAsync("/ask", """{ "question": "May I message a parent from my personal account, Zebedee Quux?" }""");
        answer.Status.ShouldBe(200, answer.Text);
        string[] fields =
            ["verdict", "clauses", "possible", "understood", "situation", "because", "conditions", "duties",
                "procedures", "due", "advice", "conflicts", "changes", "needs", "scope", "policy", "policyId", "title",
                    "notUnderstood", "tell", "worry", "confirm", "question", "others"];
        answer.Json.EnumerateObject().Select(field => field.Name).ShouldBe(fields);

        var again = await client.PostAsync("/ask", $$"""{ "situation": {{answer.Field("situation")}} }""");
        again.Field("verdict").ShouldBe(answer.Field("verdict"));
        var wrong = await client.PostAsync("/ask", """{ "situation": { "actr": "teacher", "act": "fly" } }""");
        (wrong.Status, wrong.Code).ShouldBe((422, "refused"));
        wrong.Json.GetProperty("errors").GetProperty("situation").GetArrayLength().ShouldBeGreaterThan(0);
        (await client.PostAsync("/ask", "{}")).Status.ShouldBe(422);

        var at = await ApiClient.OrganisationAsync(_server);
        (await _server.Book.ListAsync<RecordedDecision>(at, Cancel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Question_WithAKey_IsKeptWithoutItsWordsInTheStore()
    {
        using var client = await ApiClient.OfAsync(_server, "teacher@demo.example", "ask");
        await client.PostAsync("/ask", """{ "question": "May I message a parent about Zebedee Quux?" }""", ("Idempotency-Key", "one"));

        var rows = await _server.Book.Store.Read(await ApiClient.OrganisationAsync(_server)).ListAsync(new("api-answer"), Cancel);

        rows.ShouldHaveSingleItem().Body.ShouldNotContain("Zebedee", Case.Sensitive);
    }

    [Fact]
    public async Task Person_IsAdded_Once_ForOneKey()
    {
        using var client = await ApiClient.OfAsync(_server, "lead@demo.example");
        var twins = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.PostAsync("/people", Kit, ("Idempotency-Key", "kit"))));
        var first = twins[0];
        first.Status.ShouldBe(201, first.Text);
        twins.ShouldAllBe(twin => twin.Status == 201 && twin.Text == first.Text && twin.Header("Location") == first.Header("Location") && twin.Header("ETag") == first.Header("ETag"));
        (await client.GetAsync(first.Header("Location")!)).Text.ShouldBe(first.Text); // what was made has an address
        var other = await client.PostAsync("/people", Kit.Replace("Kit Moss", "Kit Moor", StringComparison.Ordinal), ("Idempotency-Key", "kit"));
        (other.Status, other.Code).ShouldBe((422, "idempotency-key-reused"));
        (await client.PostAsync("/people", Kit)).Json.GetProperty("errors").GetProperty("email")[0].GetString().ShouldBe("Somebody else has this email address");

        var at = await ApiClient.OrganisationAsync(_server);
        (await _server.Book.ListAsync<Person>(at, Cancel, PersonRegister.EmailTerm("kit.moss@demo.example"))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task People_SentAtOnce_AreAllAdded_ButOnlyOneOfAnAddress()
    {
        using var client = await ApiClient.OfAsync(_server, "lead@demo.example");
        var sent = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => client.PostAsync("/people", Kit.Replace("kit.moss", $"kit{number / 2 * 2}", StringComparison.Ordinal).Replace("Kit Moss", $"Kit Moss {number}", StringComparison.Ordinal))));
        sent.Select(answer => answer.Status).Order().ShouldBe([.. Enumerable.Repeat(201, 10), .. Enumerable.Repeat(422, 10)]);
    }

    [Fact]
    public async Task Key_IsFreeAgain_AfterARefusal_AndAfterADay()
    {
        using var client = await ApiClient.OfAsync(_server, "lead@demo.example");
        (await client.PostAsync("/people", """{ "name": "" }""", ("Idempotency-Key", "kit"))).Status.ShouldBe(422);
        (await client.PostAsync("/people", Kit, ("Idempotency-Key", "kit"))).Status.ShouldBe(201);
        (await client.PostAsync("/people", Kit, ("Idempotency-Key", new string('k', 256)))).Status.ShouldBe(400);
        using var head = await ApiClient.OfAsync(_server, "head@demo.example");
        (await head.PostAsync("/people", Kit, ("Idempotency-Key", "kit"))).Code.ShouldBe("refused"); // a key belongs to one token

        await using (var write = await _server.Book.Store.WriteAsync(await ApiClient.OrganisationAsync(_server), Cancel))
        {
            var row = (await write.ListAsync(new("api-answer"), Cancel)).ShouldHaveSingleItem();
            var until = JsonDocument.Parse(row.Body).RootElement.GetProperty("until").GetDateTimeOffset();
            (until - TimeProvider.System.GetUtcNow()).TotalHours.ShouldBe(24, 0.1);
            await write.PutAsync("api-answer", row with { Body = row.Body.Replace($"{until:yyyy}", "2001", StringComparison.Ordinal) }, Cancel);
            await write.CommitAsync(Cancel);
        }

        (await client.PostAsync("/people", Kit.Replace("kit.moss", "kit.moor", StringComparison.Ordinal), ("Idempotency-Key", "kit"))).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Answer_ThatCannotBeReadAnyMore_IsAProblem_AndNothingIsDoneTwice()
    {
        using var client = await ApiClient.OfAsync(_server, "lead@demo.example");
        (await client.PostAsync("/people", Kit, ("Idempotency-Key", "kit"))).Status.ShouldBe(201);
        await using (var write = await _server.Book.Store.WriteAsync(await ApiClient.OrganisationAsync(_server), Cancel))
        {
            var row = (await write.ListAsync(new("api-answer"), Cancel)).ShouldHaveSingleItem();
            var content = JsonDocument.Parse(row.Body).RootElement.GetProperty("content").GetString()!; // it is kept
            await write.PutAsync("api-answer", row with { Body = row.Body.Replace(content, content[..40], StringComparison.Ordinal) }, Cancel);
            await write.CommitAsync(Cancel);
        }

        var again = await client.PostAsync("/people", Kit, ("Idempotency-Key", "kit"));
        (again.Status, again.Code).ShouldBe((409, "answer-lost"));
    }

    [Fact]
    public async Task Requests_MadeToBreakIt_AreRefused()
    {
        using var client = await ApiClient.OfAsync(_server, "lead@demo.example");
        (await client.PostAsync("/people", """{ "name": "Kit Moss", "roles": [null] }""")).Status.ShouldBe(422);
        (await client.PostAsync("/ask", """{ "situation": { "towards": "\ud800" } }""")).Status.ShouldBe(422);
        (await client.GetAsync("/record?after=9223372036854775807")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        using var http = new HttpClient { BaseAddress = new(_server.Address) };
        foreach (var code in new[] { "101", "204", "304", "99999", "-1" })
        {
            ((int)(await http.GetAsync(new Uri($"/status/{code}", UriKind.Relative), Cancel)).StatusCode).ShouldBe(404, code);
        }
    }

    [Fact]
    public async Task Person_WithMistakes_IsRefused_WithAllOfThem()
    {
        using var client = await ApiClient.OfAsync(_server, "lead@demo.example");
        var refused = await client.PostAsync("/people", """{ "name": "", "email": "no", "yearGroup": 99, "upn": "x", "roles": [{ "role": "wizard" }, { "role": "teacher", "school": "nowhere" }] }""");
        (refused.Status, refused.MediaType).ShouldBe((422, "application/problem+json"));
        refused.Json.GetProperty("errors").EnumerateObject().Select(field => field.Name).ShouldBe(["yearGroup", "roles[0].role", "roles[1].school", "name", "email", "upn"], ignoreOrder: true);

        var unread = await client.PostAsync("/people", """{ "name": "Kit", "rolls": [] }""");
        (unread.Status, unread.Code).ShouldBe((400, "malformed"));
        (await client.PostAsync("/people", "{")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Person_IsChanged_OnlyOnTheVersionThatWasRead()
    {
        using var client = await ApiClient.OfAsync(_server, "lead@demo.example");
        var made = await client.PostAsync("/people", Kit);
        var (address, version) = (made.Header("Location")!, made.Header("ETag")!); // as above
        var changed = Kit.Replace("Kit Moss", "Kit Moor", StringComparison.Ordinal);
        (await client.SendAsync(HttpMethod.Put, address, changed)).Status.ShouldBe(428);
        var put = await client.SendAsync(HttpMethod.Put, address, changed, ("If-Match", version));
        (put.Status, put.Field("name")).ShouldBe((200, "Kit Moor"));
        var late = await client.SendAsync(HttpMethod.Put, address, Kit, ("If-Match", version));
        (late.Status, late.Code).ShouldBe((412, "changed-meanwhile"));
        (await client.GetAsync(address)).Header("ETag").ShouldBe(put.Header("ETag"));
    }

    [Fact]
    public async Task People_AreGivenInParts_OfWhichEachLeadsToTheNext()
    {
        using var client = await ApiClient.OfAsync(_server, "lead@demo.example");
        var names = new List<string>();
        string? next = "/api/v1/people?limit=4";
        for (ApiReply part; next is not null; next = part.Json.GetProperty("next").GetString())
        {
            part = await client.GetAsync(next);
            part.Status.ShouldBe(200, part.Text);
            names.AddRange(part.Json.GetProperty("items").EnumerateArray().Select(person => person.GetProperty("name").GetString()!)); // everybody has a name
            (part.Header("Link") is { } link && link == $"<{part.Json.GetProperty("next").GetString()}>; rel=\"next\"").ShouldBe(part.Json.GetProperty("next").ValueKind != JsonValueKind.Null);
        }

        names.Count.ShouldBe(9);
        names.ShouldBe(names.Distinct().Order(StringComparer.OrdinalIgnoreCase));
        var wrong = await client.GetAsync("/people?limit=201&cursor=x&show=nobody");
        wrong.Status.ShouldBe(400);
        wrong.Json.GetProperty("errors").EnumerateObject().Select(field => field.Name).ShouldBe(["limit", "cursor", "show"]);
    }

    [Fact]
    public async Task Version_IsAccepted_ByItsHash_AndListed()
    {
        using var teacher = await ApiClient.OfAsync(_server, "teacher@demo.example");
        var policy = (await teacher.GetAsync("/policies")).Json.GetProperty("items")[0];
        var address = $"/policies/{policy.GetProperty("id").GetString()}/acceptance";
        (await teacher.PostAsync(address, """{ "hash": "other" }""")).Code.ShouldBe("not-in-force");
        (await teacher.PostAsync(address, "{}")).Json.GetProperty("errors").TryGetProperty("hash", out _).ShouldBeTrue();
        var body = $$"""{ "hash": "{{policy.GetProperty("inForce").GetProperty("hash").GetString()}}" }""";
        var accepted = await teacher.PostAsync(address, body);
        accepted.Status.ShouldBe(200, accepted.Text);
        (await teacher.PostAsync(address, body)).Text.ShouldBe(accepted.Text);

        using var lead = await ApiClient.OfAsync(_server, "lead@demo.example");
        var list = await lead.GetAsync($"/acceptances?policy={policy.GetProperty("id").GetString()}");
        list.Json.GetProperty("items").EnumerateArray().Single(line => line.GetProperty("name").GetString() == "Tom Okafor").GetProperty("acceptedAt").GetString().ShouldBe(accepted.Field("acceptedAt"));
        (await lead.GetAsync("/acceptances")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Evidence_AndTheRecord_AreRead_WithoutWhatIsSealed()
    {
        using var governor = await ApiClient.OfAsync(_server, "governor@demo.example");
        var policy = (await governor.GetAsync("/policies")).Json.GetProperty("items")[0].GetProperty("id").GetString();
        (await governor.GetAsync($"/evidence/{policy}")).Json.GetProperty("clauses").GetArrayLength().ShouldBeGreaterThan(3);
        var record = await governor.GetAsync("/record?after=2&limit=5");
        var entries = record.Json.GetProperty("items").EnumerateArray().ToList();
        entries.Select(entry => entry.GetProperty("sequence").GetInt64()).ShouldBe([3, 4, 5, 6, 7]);
        entries.Zip(entries.Skip(1)).ShouldAllBe(pair => pair.First.GetProperty("hash").GetString() == pair.Second.GetProperty("previous").GetString());
        record.Text.ShouldNotContain("Priya");
        (await governor.GetAsync(record.Json.GetProperty("next").GetString()!)).Json.GetProperty("items")[0].GetProperty("sequence").GetInt64().ShouldBe(8); // there is more
    }

    [Fact]
    public async Task Errors_OfEveryKind_AreProblems()
    {
        using var client = await ApiClient.OfAsync(_server, "lead@demo.example");
        var nowhere = await client.GetAsync("/nowhere");
        (nowhere.Status, nowhere.MediaType, nowhere.Code).ShouldBe((404, "application/problem+json", "not-found"));
        var method = await client.SendAsync(HttpMethod.Delete, "/people", body: null);
        (method.Status, method.Code).ShouldBe((405, "method-not-allowed"));
        var large = await client.PostAsync("/people", $$"""{ "name": "{{new string('x', 70_000)}}" }""");
        (large.Status, large.Code).ShouldBe((413, "too-large"));
        (await client.SendAsync(HttpMethod.Post, "/people", body: null)).Code.ShouldBe("not-json");
        var meaning = await client.GetAsync(nowhere.Field("type"));
        meaning.Field("code").ShouldBe("not-found");
    }

    [Fact]
    public async Task Token_UsedTooOften_Waits_WhileAnotherGoesOn()
    {
        using var busy = await ApiClient.OfAsync(_server, "lead@demo.example");
        using var calm = await ApiClient.OfAsync(_server, "head@demo.example");
        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => busy.GetAsync("/me")));
        var refused = replies.Where(reply => reply.Status != 200).ToList();
        refused.ShouldNotBeEmpty();
        refused.ShouldAllBe(reply => reply.Status == 429 && reply.Code == "too-many" && reply.Header("Retry-After") != null);
        (await calm.GetAsync("/me")).Status.ShouldBe(200);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();
}
