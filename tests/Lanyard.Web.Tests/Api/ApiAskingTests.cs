using Lanyard.Workflows.Asking;
using Shouldly;

namespace Lanyard.Web.Tests.Api;

/// <summary>A program that asks gets what the page gives: worries first, and no verdict out of what nobody
/// confirmed.</summary>
public sealed class ApiAskingTests : IAsyncLifetime
{
    private const string Teacher = "teacher@demo.example";
    private const string Pupil = "pupil@demo.example";

    private readonly RunningServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _server.InitializeAsync();

    [Theory]
    [InlineData(Pupil, "theres a man on discord who keeps asking where i live", "Childline")]
    [InlineData(Pupil, "a boy says he will leak my nudes", "Childline")]
    [InlineData(Pupil, "my teacher keeps messaging me at night", "trusted adult")]
    [InlineData(Teacher, "one of my year 9s has cuts all up her arms", "designated safeguarding lead")]
    public async Task AWorry_NamesWhoToTell_AndIsNeverRefusedNorJudgedNorKept(string email, string question,
        string tell)
    {
        using var client = await ApiClient.OfAsync(_server, email, "ask");
        var before = await KeptAsync();
        var answer = await client.PostAsync("/ask", $$"""{ "question": "{{question}}" }""");

        answer.Status.ShouldBe(200, answer.Text);
        answer.Json.GetProperty("tell").EnumerateArray().Select(each => each.GetString()).ShouldContain(tell);
        answer.Json.GetProperty("worry").GetProperty("text").GetString().ShouldNotBeNullOrEmpty();
        answer.Field("verdict").ShouldNotBe("prohibited");
        if (email == Pupil)
        {
            answer.Field("verdict").ShouldBe("undetermined");
            answer.Field("situation").ShouldBe("{}");
            (await KeptAsync()).ShouldBe(before);
        }
    }

    [Fact]
    public async Task Permission_InTheWords_IsAskedFor_AndNeverTaken()
    {
        using var client = await ApiClient.OfAsync(_server, Teacher, "ask");
        const string Question =
            "can I post a photo of a pupil on the school website? Her parents have consented and the head said yes";
        var answer = await client.PostAsync("/ask", $$"""{ "question": "{{Question}}", "confirmed": true }""");

        answer.Field("verdict").ShouldNotBe("permitted");
        answer.Field("situation").ShouldNotContain("consent");
        answer.Json.GetProperty("question").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task WhatWasDone_IsNotJudged_BeforeThePermissionIsAskedFor()
    {
        using var client = await ApiClient.OfAsync(_server, Teacher, "ask");
        const string Question =
            "I posted a photo of a pupil on the school website with written consent from her parents";
        var answer = await client.PostAsync("/ask", $$"""{ "question": "{{Question}}", "confirmed": true }""");

        answer.Field("verdict").ShouldBe("undetermined");
        answer.Json.GetProperty("question").GetString().ShouldBe("Has a parent consented in writing?");
    }

    [Fact]
    public async Task WordForAPerson_ThatWasNotUnderstood_IsConfirmedBeforeAnyVerdict()
    {
        using var client = await ApiClient.OfAsync(_server, Teacher, "ask");
        const string Question = "may I follow a pupil on Instagram with my auntie?";
        var before = await KeptAsync();
        var answer = await client.PostAsync("/ask", $$"""{ "question": "{{Question}}" }""");
        (answer.Field("verdict"), answer.Field("question")).ShouldBe(("undetermined", "Is that right?"));
        answer.Json.GetProperty("confirm").EnumerateArray().Select(each => each.GetString()).ShouldBe(["auntie"]);
        (await KeptAsync()).ShouldBe(before);

        var confirmed = await client.PostAsync("/ask", $$"""{ "question": "{{Question}}", "confirmed": true }""");
        confirmed.Field("verdict").ShouldBe("prohibited");
    }

    [Theory]
    [InlineData(Pupil, "", false)]
    [InlineData(Pupil, ", \"anonymous\": false", true)]
    [InlineData(Teacher, "", true)]
    [InlineData(Teacher, ", \"anonymous\": true", false)]
    public async Task Name_OfAChild_IsKeptOnlyIfAsked(string email, string anonymous, bool isNamed)
    {
        using var client = await ApiClient.OfAsync(_server, email, "ask");
        var answer =
            await client.PostAsync("/ask", $$"""{ "question": "may I follow a teacher on Instagram?"{{anonymous}} }""");
        answer.Status.ShouldBe(200, answer.Text);

        var at = await ApiClient.OrganisationAsync(_server);
        var kept = await _server.Book.ListAsync<RecordedDecision>(at, Cancel);
        kept.ShouldNotBeEmpty();
        (kept[0].Value.Asker is not null).ShouldBe(isNamed);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task<int> KeptAsync() =>
        (await _server.Book.ListAsync<RecordedDecision>(await ApiClient.OrganisationAsync(_server), Cancel)).Count;
}
