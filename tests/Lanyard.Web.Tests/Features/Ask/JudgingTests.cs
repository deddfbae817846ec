using Shouldly;
using static Lanyard.Web.Tests.Features.Ask.AskingTests;

namespace Lanyard.Web.Tests.Features.Ask;

/// <summary>What is left to a person, and what is asked before anybody is judged: by the front door.</summary>
public sealed class JudgingTests : IAsyncLifetime
{
    private const string Teacher = "teacher@demo.example";

    private const string Judged = """
        ---
        policy: Late messages
        organisation: Lantern Schools Trust
        version: 1
        ---

        ## 1 Late messages

        ```policy
        This policy applies to staff.
        Staff must not message a governor unless "the circumstances are exceptional".
        ```

        ```scenario
        A teacher messages a governor where not "the circumstances are exceptional".
        → prohibited by 1
        ```
        """;

    private readonly RunningServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    [Fact]
    public async Task ACondition_ThatOnlyAPersonCanJudge_IsAskedInTheWordsOfThePolicy()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await PolicySteps.PutInForceAsync(lead, await PolicySteps.FromTextAsync(lead, "The whole organisation", Judged));
        var teacher = await _server.SignInAsync(Teacher);
        await AskAsync(teacher, "The circumstances are exceptional. May I message a governor?");
        var asked = new List<string>();
        await GoOnAsync(teacher, visitor =>
        {
            asked.Add(visitor.Text);
            ChooseFirst(visitor);
        });

        asked.ShouldContain(text =>
            text.Contains("\"the circumstances are exceptional\"") && text.Contains("No computer can tell."));
        teacher.Text.ShouldContain("\"the circumstances are exceptional\"");
    }

    [Fact]
    public async Task WhatSomebodyDid_IsNoBreach_BeforeTheyWereAskedForThePermission()
    {
        var teacher = await _server.SignInAsync(Teacher);
        await AskAsync(teacher, "I posted a photo of a pupil on the school website. Her parents had consented.");
        var asked = new List<string>();
        await GoOnAsync(teacher, visitor =>
        {
            asked.Add(visitor.Title);
            visitor.Text.ShouldNotContain("Prohibited");
            ChooseFirst(visitor);
        });

        asked.ShouldContain(title => title.StartsWith("Has a parent consented in writing?", StringComparison.Ordinal));
        teacher.Text.ShouldNotContain("Prohibited");
    }

    [Fact]
    public async Task AStatement_ThatOnlyMayHold_DoesNotStandUnderBecause()
    {
        var teacher = await _server.SignInAsync(Teacher);
        await AskAsync(teacher, "may I post something about a pupil?");
        await teacher.PressAsync("Answer with what is known");

        var because = teacher.Page.QuerySelectorAll("h2")
            .FirstOrDefault(heading => heading.TextContent == "Because")?.NextElementSibling?.TextContent ?? "";
        because.ShouldNotContain("grooming");
        // it may turn on a lot
        teacher.Page.QuerySelector("details.govuk-details")!.TextContent.ShouldContain("What else could matter");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
