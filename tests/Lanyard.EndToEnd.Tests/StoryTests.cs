using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;

namespace Lanyard.EndToEnd.Tests;

/// <summary>A policy's way into force, and what becomes of it, as the people do it: in a real browser.</summary>
public sealed partial class StoryTests
{
    private const string Password = "walnut-harbour-trombone";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FromTheFirstRun_ToTheGovernorsPack()
    {
        await using var server = await RunningServer.StartAsync(isDemo: false, Cancel);
        var lead = await server.Browser.NewPageAsync(new() { BaseURL = server.Address });
        await SetUpAsync(server, lead);
        await ImportPeopleAsync(lead);
        await GiveAccountAsync(lead, server, "Tilly Teach");
        await GiveAccountAsync(lead, server, "Gwen Gov");

        var policy = await BringInAsync(lead);
        await ConsultAsync(lead, policy);
        await RatifyAsync(lead, policy);
        await PutInForceAsync(lead, policy);

        var teacher = await server.SignedInAsync("teacher@oak.example", Password, width: 360);
        await AcceptAsync(teacher);
        await AskAsync(teacher);

        var governor = await server.SignedInAsync("governor@oak.example", Password);
        await governor.GotoAsync("/evidence/pack");
        var pack = await governor.GetByRole(AriaRole.Main).InnerTextAsync();
        pack.ShouldContain("Full governing body, item 7");
        pack.ShouldContain("Consulted");
        pack.ShouldContain("1 in the year before");
        pack.ShouldContain("Decided once in the last year: prohibited 1.");
        pack.ShouldContain("accepted this version");
    }

    [Fact]
    public async Task ADocument_IsImported_Confirmed_AndOnlyThenCanGoOn()
    {
        await using var server = await RunningServer.StartAsync(isDemo: true, Cancel);
        var lead = await server.SignedInAsync("lead@demo.example", "lantern-otter-violin");
        await lead.GotoAsync("/policies/new");
        await lead.GetByLabel("Your own document").CheckAsync();
        await lead.GetByLabel("Your document").SetInputFilesAsync(new FilePayload { Name = "ours.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(OurDocument) });
        await lead.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).ClickAsync();
        var draft = await lead.GetByLabel("The text of the draft").InputValueAsync();
        draft.ShouldContain("Staff must not accept a connection request");
        var policy = new Uri(lead.Url).AbsolutePath.Replace("/edit", "", StringComparison.Ordinal);

        await lead.GotoAsync($"{policy}/consult");
        await lead.GetByLabel("Staff", new() { Exact = true }).CheckAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Open the consultation" }).ClickAsync();
        (await lead.GetByRole(AriaRole.Main).InnerTextAsync()).ShouldContain("The text has errors, so it cannot be put to people"); // nobody has confirmed it yet

        await lead.GotoAsync($"{policy}/edit");
        var confirmed = Unconfirmed().Replace(draft.ReplaceLineEndings("\n"), match =>
            $"```policy\n{(match.Groups["statement"].Value.StartsWith("No proposal", StringComparison.Ordinal) ? "Advise staff: This policy keeps everybody safe.\n" : match.Groups["statement"].Value)}```\n");
        await lead.GetByLabel("The text of the draft").FillAsync(confirmed);
        await lead.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        (await lead.GetByRole(AriaRole.Main).InnerTextAsync()).ShouldContain("Reads without errors");
    }

    private const string OurDocument = "Social Media Policy\n\n1 Purpose\nThis policy keeps everybody safe.\n\n2 Contact\n2.1 Staff must not accept friend requests from pupils on personal accounts.\n2.2 This policy is reviewed every year.\n";

    private static async Task SetUpAsync(RunningServer server, IPage lead)
    {
        await lead.GotoAsync($"/first/{await server.FirstLinkAsync(Cancel)}");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Set Lanyard up" }).ClickAsync();
        (await lead.TitleAsync()).ShouldStartWith("Error: "); // nothing was filled in

        await lead.GetByLabel("Name of the trust, school or company").FillAsync("Oak Trust");
        await lead.GetByLabel("A trust or federation with several schools").CheckAsync();
        await lead.GetByLabel("Full name").FillAsync("Lee Lead");
        await lead.GetByLabel("Email address").FillAsync("lead@oak.example");
        await lead.GetByLabel("Computing lead").CheckAsync();
        await lead.GetByLabel("Password").FillAsync("oak trust oak trust");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Set Lanyard up" }).ClickAsync();
        (await lead.GetByRole(AriaRole.Main).InnerTextAsync()).ShouldContain("harder to guess");

        await lead.GetByLabel("Password").FillAsync(Password);
        await lead.GetByRole(AriaRole.Button, new() { Name = "Set Lanyard up" }).ClickAsync();
        await lead.GetByRole(AriaRole.Heading, new() { Name = "Hello, Lee Lead" }).WaitForAsync();
    }

    private static async Task ImportPeopleAsync(IPage lead)
    {
        await lead.GotoAsync("/people/import");
        await lead.GetByLabel("Your file").SetInputFilesAsync(new FilePayload
        {
            Name = "people.csv", MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("id,name,email,roles\n1,Tilly Teach,teacher@oak.example,teacher\n2,Gwen Gov,governor@oak.example,governor\n3,Wrong Role,wrong@oak.example,techer\n"),
        });
        await lead.GetByRole(AriaRole.Button, new() { Name = "Show what it would change" }).ClickAsync();
        var preview = await lead.GetByRole(AriaRole.Main).InnerTextAsync();
        preview.ShouldContain("2 to add");
        preview.ShouldContain("techer");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Import" }).ClickAsync();
        await lead.GetByText("The file was imported.").WaitForAsync();
    }

    // The lead makes a link on the person's page; the person opens it elsewhere.
    private static async Task GiveAccountAsync(IPage lead, RunningServer server, string name)
    {
        await lead.GotoAsync("/people");
        await lead.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Make a sign-in link" }).ClickAsync();
        var link = Link().Match(await lead.GetByRole(AriaRole.Main).InnerTextAsync()).Value;
        var page = await server.Browser.NewPageAsync();
        await page.GotoAsync(link);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("The same password again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = $"Hello, {name}" }).WaitForAsync();
        await page.CloseAsync();
    }

    private static async Task<string> BringInAsync(IPage lead)
    {
        await lead.GotoAsync("/policies/new");
        await lead.GetByLabel("Your own document").CheckAsync();
        await lead.GetByLabel("Your document").SetInputFilesAsync(new FilePayload { Name = "beam-trust.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(BeamTrustDocument.Text) });
        await lead.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).ClickAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).WaitForAsync();
        var draft = (await lead.GetByLabel("The text of the draft").InputValueAsync()).ReplaceLineEndings("\n");
        (await lead.GetByRole(AriaRole.Main).InnerTextAsync()).ShouldContain("nobody has confirmed");

        await lead.GetByLabel("The text of the draft").FillAsync(BeamTrustDocument.Confirm(draft));
        await lead.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await lead.GetByRole(AriaRole.Link, new() { Name = "Edit and check the text" }).ClickAsync();
        (await lead.GetByRole(AriaRole.Main).InnerTextAsync()).ShouldContain("124 of 124 examples come out as the text says", customMessage: await lead.Locator("#check").InnerTextAsync());

        // A mistake is shown where it is, and nothing that was typed is lost.
        var text = await lead.GetByLabel("The text of the draft").InputValueAsync();
        await lead.GetByLabel("The text of the draft").FillAsync(text.Replace("Staff and volunteers must not contact or connect", "Staff and volunteers must not contcat or connect", StringComparison.Ordinal));
        await lead.GetByRole(AriaRole.Button, new() { Name = "Check without saving" }).ClickAsync();
        (await lead.GetByRole(AriaRole.Main).InnerTextAsync()).ShouldContain("contcat");
        (await lead.GetByLabel("The text of the draft").InputValueAsync()).ShouldContain("contcat");
        await lead.GetByLabel("The text of the draft").FillAsync(text);
        await lead.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await lead.GetByRole(AriaRole.Heading, new() { Name = "Done" }).WaitForAsync();
        return new Uri(lead.Url).AbsolutePath;
    }

    private static async Task ConsultAsync(IPage lead, string policy)
    {
        await lead.GotoAsync($"{policy}/consult");
        await lead.GetByLabel("Staff", new() { Exact = true }).CheckAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Open the consultation" }).ClickAsync();
        await lead.GetByRole(AriaRole.Link, new() { Name = "Read the draft and say what you think of it" }).ClickAsync();
        await lead.GetByLabel("What do you think of it?").FillAsync("Good as it is.");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Send your answer" }).ClickAsync();
        (await lead.GetByRole(AriaRole.Main).InnerTextAsync()).ShouldContain("Good as it is.");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Close the consultation" }).ClickAsync();
        await lead.GetByText("The consultation is closed.").WaitForAsync();
    }

    private static async Task RatifyAsync(IPage lead, string policy)
    {
        await lead.GotoAsync($"{policy}/in-force");
        new Uri(lead.Url).AbsolutePath.ShouldBe(policy); // not ratified yet: the policy's page says what comes first
        (await lead.GetByRole(AriaRole.Button, new() { Name = "Put it in force" }).CountAsync()).ShouldBe(0);

        await lead.GotoAsync($"{policy}/ratify");
        await lead.GetByLabel("Who ratified it?").FillAsync("trust board");
        await lead.GetByLabel("Minute reference").FillAsync("Full governing body, item 7");
        await lead.GetByLabel("Day").FillAsync("31");
        await lead.GetByLabel("Month").FillAsync("2");
        await lead.GetByLabel("Year").FillAsync("2026");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Record the ratification" }).ClickAsync();
        (await lead.GetByRole(AriaRole.Main).InnerTextAsync()).ShouldContain("Enter a real date");
        (await lead.GetByLabel("Minute reference").InputValueAsync()).ShouldBe("Full governing body, item 7");
        await lead.GetByLabel("Day").FillAsync("20");
        await lead.GetByLabel("On what condition?").FillAsync("A named owner is found");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Record the ratification" }).ClickAsync();
        await lead.GetByLabel("This policy was approved on paper before it came into Lanyard").CheckAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Record the ratification" }).ClickAsync();
        (await lead.GetByRole(AriaRole.Main).InnerTextAsync()).ShouldContain("The ratification was recorded.");

        await lead.GetByRole(AriaRole.Link, new() { Name = "Record how the condition was met" }).ClickAsync();
        await lead.GetByLabel("How was the condition met?").FillAsync("The computing lead is the owner");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();
        await lead.GetByText("Ratified", new() { Exact = true }).First.WaitForAsync();
    }

    private static async Task PutInForceAsync(IPage lead, string policy)
    {
        await lead.GotoAsync($"{policy}/in-force");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Put it in force" }).ClickAsync();
        await lead.GetByText("The policy is in force from").WaitForAsync();
    }

    private static async Task AcceptAsync(IPage teacher)
    {
        await teacher.GotoAsync("/");
        await teacher.GetByRole(AriaRole.Link, new() { Name = "Policies" }).ClickAsync();
        await teacher.GetByRole(AriaRole.Link, new() { Name = "Social Media Policy" }).First.ClickAsync();
        var address = new Uri(teacher.Url).AbsolutePath;
        await teacher.GotoAsync($"{address}/accept");
        await teacher.GetByRole(AriaRole.Button, new() { Name = "I have read it and accept it" }).ClickAsync();
        await teacher.GetByText("You have accepted").WaitForAsync();
        (await teacher.GotoAsync($"{address}/ratify"))!.Status.ShouldBe(403);
    }

    private static async Task AskAsync(IPage teacher)
    {
        await teacher.GotoAsync("/");
        await teacher.GetByLabel("Ask the policy in your own words").FillAsync("may I follow back a girl who left year 11 in July?");
        await teacher.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        for (var question = 0; question < 20 && await teacher.GetByRole(AriaRole.Button, new() { Name = "Go on" }).CountAsync() > 0; question++)
        {
            if (await teacher.Locator("input[type=radio]").CountAsync() > 0)
            {
                await teacher.Locator("input[type=radio]").First.CheckAsync();
            }

            (await teacher.RunAxe()).Violations.Select(violation => violation.Id).ShouldBeEmpty();
            await teacher.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        }

        (await teacher.RunAxe()).Violations.Select(violation => violation.Id).ShouldBeEmpty();

        var answer = await teacher.GetByRole(AriaRole.Main).InnerTextAsync();
        answer.ShouldContain("Prohibited, by clause");
        answer.ShouldContain("3.11");
        (await teacher.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
    }

    [GeneratedRegex(@"http\S+/link/\S+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("```proposed\nFrom: [^\n]*\n(?<statement>[^`]*)```\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unconfirmed();
}
