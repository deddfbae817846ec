using System.Text.Json;
using Lanyard.Domain.Vocabulary;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Cli.Tests;

/// <summary>The program itself, called as a shell calls it.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lanyard-test-").FullName;

    public static TheoryData<string> Commands => ["check", "test", "cover", "decide", "ask", "conflicts", "diff", "render", "vocabulary", "replay", "import"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_OfEveryCommand_HasAnExample(string command)
    {
        var help = await RunAsync([command, "--help"]);

        help.Code.ShouldBe(0);
        help.Out.ShouldContain($"lanyard {command} ");
    }

    [Fact]
    public async Task Examples_InTheHelp_Work()
    {
        (await RunAsync(["decide", Policy("beam-trust.md"), "A teacher accepts a connection request from a former pupil on a personal account."])).Out.ShouldContain("Prohibited, by 3.11.");
        (await RunAsync(["ask", Policy("beam-trust.md"), "may I follow back a girl who left year 11 in July?", "--as", "teacher"])).Out.ShouldContain("I understood: A teacher follows a former pupil.");
        (await RunAsync(["vocabulary", "account"])).Out.ShouldContain("school email");
    }

    [Fact]
    public async Task Ask_SaysOnceWhatItUnderstood_AndWhatIsNoMatterOfThePolicy()
    {
        (await RunAsync(["ask", Policy("beam-trust.md"), "can I message a pupil on WhatsApp?", "--as", "teacher"])).Out.Split("I understood").Length.ShouldBe(2);
        (await RunAsync(["ask", Policy("beam-trust.md"), "can I give a pupil a lift home?", "--as", "teacher"])).Out.ShouldContain("The policy is not about what you ask (\"give a lift\").");
    }

    [Fact]
    public async Task Ask_AboutAColleague_SaysWhomToTell_EitherWay()
    {
        var answer = (await RunAsync(["ask", Policy("model-policy.md"), "a colleague is messaging a pupil on Snapchat at night", "--as", "teacher"])).Out;

        answer.ShouldContain("Prohibited, by");
        answer.ShouldContain("(an allegation), and it was the headteacher, and you know of it:");
        answer.ShouldContain("(a low-level concern), and it was staff other than the headteacher, and you know of it:");
    }

    [Fact]
    public async Task Transcript_InTheReadme_IsWhatTheProgramSays()
    {
        var transcript = Repository.Read("README.md").Split("```\n$ ./lanyard decide policies/beam-trust.md ")[1].Split("```")[0];
        var (question, answer) = (transcript.Split('\n')[0].Trim('"'), transcript[(transcript.IndexOf('\n', StringComparison.Ordinal) + 1)..]);

        (await RunAsync(["decide", Policy("beam-trust.md"), question])).Out.Trim().ShouldBe(answer.Trim());
    }

    [Fact]
    public async Task ExitCode_TellsFineFindingsAndMisuse()
    {
        (await RunAsync(["check", Policy("model-policy.md"), "--today", "2026-11-21"])).Code.ShouldBe(0);
        (await RunAsync(["check", Policy("bctg.md"), "--today", "2026-11-21"])).Code.ShouldBe(1);
        (await RunAsync(["check", Path.Combine(_folder, "missing.md")])).ShouldSatisfyAllConditions(result => result.Code.ShouldBe(2), result => result.Error.ShouldContain("there is no such file"));
        (await RunAsync(["chekc"])).Code.ShouldBe(2);
        (await RunAsync(["check", Policy("bctg.md"), "--today", "tomorrow"])).Error.ShouldContain("is not a day");
        (await RunAsync(["decide", Policy("bctg.md"), "A teecher posts content."])).Error.ShouldContain("did you mean `teacher`?");
    }

    [Fact]
    public async Task Today_DecidesWhetherAReviewIsOverdue()
    {
        (await RunAsync(["check", Policy("model-policy.md"), "--today", "2028-01-01"])).Out.ShouldContain("LAN0501");
        (await RunAsync(["check", Policy("model-policy.md"), "--today", "2026-11-21"])).Out.ShouldNotContain("LAN0501");
    }

    [Fact]
    public async Task Decide_ManyLines_AnswersEachAndReplays()
    {
        var told = "{ \"actor\": \"teacher\", \"act\": \"message\", \"towards\": \"student\", \"account\": \"personal account\" }\nA teacher follows a former pupil.\n{ \"actr\": 1 }\n";
        var answers = await RunAsync(["decide", Policy("beam-trust.md")], told);

        var lines = answers.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        answers.Code.ShouldBe(1);
        JsonDocument.Parse(lines[0]).RootElement.GetProperty("verdict").GetString().ShouldBe("prohibited");
        JsonDocument.Parse(lines[2]).RootElement.GetProperty("problems")[0].GetProperty("code").GetString().ShouldBe("LAN0406");

        var log = Path.Combine(_folder, "answers.jsonl");
        await File.WriteAllLinesAsync(log, lines[..2], TestContext.Current.CancellationToken);
        (await RunAsync(["replay", Policy("beam-trust.md"), log])).ShouldSatisfyAllConditions(replay => replay.Code.ShouldBe(0), replay => replay.Out.ShouldContain("2 the same, 0 different"));
        (await RunAsync(["replay", Policy("bctg.md"), log])).ShouldSatisfyAllConditions(replay => replay.Code.ShouldBe(1), replay => replay.Out.ShouldContain("was prohibited, now not covered"));
    }

    [Fact]
    public async Task Diff_OfPoliciesTooEntangledToCompare_SaysSo_AndTheOthersAnswer()
    {
        var (old, @new) = (Path.Combine(_folder, "old.md"), Path.Combine(_folder, "new.md"));
        await File.WriteAllTextAsync(old, Tangled(1), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(@new, Tangled(2), TestContext.Current.CancellationToken);

        var diff = await RunAsync(["diff", old, @new]);
        diff.Code.ShouldBe(1);
        diff.Error.ShouldStartWith("lanyard: Cannot analyse");
        diff.Error.ShouldNotContain("   at ");
        (await RunAsync(["conflicts", old])).Code.ShouldBe(0);
        (await RunAsync(["decide", old, "A teacher posts content."])).Out.ShouldContain("Undetermined.");
        (await RunAsync(["ask", old, "can I post a complaint?", "--as", "teacher"])).Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("check", "diagnostics errors findings")]
    [InlineData("test", "policy passed failed scenarios unexercised")]
    [InlineData("cover", "policy clauses gaps")]
    [InlineData("conflicts", "conflicts idle")]
    [InlineData("render", "policy output html")]
    public async Task Json_OfEveryCommand_HasItsDocumentedFields(string command, string fields)
    {
        var json = await RunAsync([command, Policy("beam-trust.md"), "--json"]);

        JsonDocument.Parse(json.Out).RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(fields.Split(' '));
        Repository.Read("docs", "reference", "command-line.md").ShouldSatisfyAllConditions([.. fields.Split(' ').Select(field => (Action<string>)(page => page.ShouldContain($"`{field}`")))]);
    }

    [Fact]
    public async Task Json_OfADecision_HasItsDocumentedFields()
    {
        var json = await RunAsync(["decide", Policy("beam-trust.md"), "A teacher messages a pupil on a personal account.", "--json"]);
        var names = JsonDocument.Parse(json.Out).RootElement.EnumerateObject().Select(property => property.Name).ToList();

        names.ShouldBe(["verdict", "clauses", "possible", "understood", "situation", "because", "conditions", "duties", "procedures", "due", "advice", "conflicts", "changes", "needs", "scope", "policy"]);
        var page = Repository.Read("docs", "reference", "command-line.md");
        names.ShouldAllBe(name => page.Contains($"`{name}`"));
    }

    [Fact]
    public async Task Import_ThenConfirm_MakesAPolicyThatAnswers()
    {
        var document = Path.Combine(_folder, "rules.txt");
        var policy = Path.Combine(_folder, "rules.md");
        await File.WriteAllTextAsync(document, "Online Rules Policy\n\n1 Conduct\n\n1.1 Staff must not message students from personal accounts.\n", TestContext.Current.CancellationToken);

        (await RunAsync(["import", document, "--organisation", "Ashfield", "--output", policy])).Code.ShouldBe(0);
        (await RunAsync(["check", policy])).Out.ShouldContain("LAN0110");

        var confirmed = string.Join('\n', (await File.ReadAllLinesAsync(policy, TestContext.Current.CancellationToken)).Where(line => !line.StartsWith("From:", StringComparison.Ordinal))).Replace("```proposed", "```policy", StringComparison.Ordinal);
        await File.WriteAllTextAsync(policy, confirmed + "\n", TestContext.Current.CancellationToken);
        (await RunAsync(["decide", policy, "A teacher messages a student on a personal account."])).Out.ShouldContain("Prohibited, by 1.1.");
    }

    [Fact]
    public async Task Import_OfAPdf_ReadsItsText()
    {
        var pdf = Path.Combine(_folder, "rules.pdf");
        await File.WriteAllTextAsync(pdf, SmallPdf("1.1 Staff must not message students from personal accounts."), TestContext.Current.CancellationToken);

        var imported = await RunAsync(["import", pdf]);

        imported.Code.ShouldBe(0, imported.Error);
        imported.Out.ShouldContain("\nStaff must not message students from a personal account.");
    }

    [Fact]
    public async Task Import_OverAFileThatIsThere_IsRefusedUnlessForced()
    {
        var document = Path.Combine(_folder, "rules.txt");
        var policy = Path.Combine(_folder, "kept.md");
        await File.WriteAllTextAsync(document, "Online Rules Policy\n\n1 Conduct\n\n1.1 Staff must not message students.\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(policy, "an evening's work", TestContext.Current.CancellationToken);

        var refused = await RunAsync(["import", document, "--output", policy]);
        refused.Code.ShouldBe(2);
        refused.Error.ShouldContain("kept.md is there already, and what was confirmed in it would be lost.");
        (await File.ReadAllTextAsync(policy, TestContext.Current.CancellationToken)).ShouldBe("an evening's work");
        (await RunAsync(["import", document, "--output", document, "--force"])).ShouldSatisfyAllConditions(result => result.Code.ShouldBe(2), result => result.Error.ShouldContain("is the document itself"));

        (await RunAsync(["import", document, "--output", policy, "--force"])).Code.ShouldBe(0);
        (await File.ReadAllTextAsync(policy, TestContext.Current.CancellationToken)).ShouldContain("Staff must not message students.");
    }

    [Theory]
    [InlineData("rules.pdf", "has the name of a PDF, but is none")]
    [InlineData("rules.docx", "has the name of a DOCX file, but is none")]
    public async Task Import_OfAFileThatIsNotWhatItsNameSays_IsRefused(string name, string problem)
    {
        var document = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(document, "hello", TestContext.Current.CancellationToken);

        (await RunAsync(["import", document])).ShouldSatisfyAllConditions(result => result.Code.ShouldBe(2), result => result.Error.ShouldContain(problem));
    }

    [Fact]
    public async Task Import_WithoutAName_TakesTheOneThatTheDocumentGives()
    {
        var document = Path.Combine(_folder, "named.txt");
        await File.WriteAllTextAsync(document, "Ashfield Hill School\nOnline Rules Policy\n\n1 Conduct\n\n1.1 Staff must not message students.\n", TestContext.Current.CancellationToken);

        (await RunAsync(["import", document])).Out.ShouldContain("organisation: \"Ashfield Hill School\"");
        (await RunAsync(["import", document, "--organisation", "Oak Trust"])).Out.ShouldContain("organisation: \"Oak Trust\"");
    }

    [Fact]
    public async Task Ask_WithAnswersOnStandardInput_AsksUntilTheAnswerIsKnown()
    {
        var asked = await RunAsync(["ask", Policy("local-governors-school.md"), "can I message a student?", "--as", "teacher"], "9\nx\n1\n1\n1\n1\n1\n1\n");

        asked.Code.ShouldBe(0);
        asked.Out.ShouldContain("Please type a number from 1 to");
        asked.Out.ShouldNotContain("Undetermined");
    }

    [Fact]
    public async Task Ask_WhereAPermissionIsNeeded_AsksForIt_AndOnlyYesIsYes()
    {
        var policy = Path.Combine(_folder, "consent.md");
        await File.WriteAllTextAsync(policy, SamplePolicy.Text("Staff must not post content unless a parent has consented in writing.", "Staff may post content."), TestContext.Current.CancellationToken);
        string[] question = ["ask", policy, "All the parents have signed. Can I post a comment?", "--as", "teacher"];

        var asked = await RunAsync(question, "3\n");
        asked.Out.ShouldContain(
            "Has a parent consented in writing?\n  1. yes\n  2. no / refused\n  3. asked for, not yet answered\n  4. for something else\n");
        asked.Out.ShouldContain("Conditional");
        (await RunAsync(question, "1\n")).Out.ShouldContain("Permitted");
        (await RunAsync(question)).Out.ShouldContain("Conditional");
    }

    [Fact]
    public async Task Ask_WithoutAQuestion_AnswersEachLineAsItWouldAlone()
    {
        string[] questions = ["can I post a photo of my class on Facebook?", "may I message a pupil?", "how often is lunch?"];
        string[] ask = ["ask", Policy("model-policy.md")];
        string[] options = ["--as", "teacher", "--json"];

        var answers = await RunAsync([.. ask, .. options], string.Join('\n', questions[0], "", questions[1], questions[2]));

        var lines = answers.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        answers.Code.ShouldBe(1);
        for (var at = 0; at < questions.Length; at++)
        {
            var alone = await RunAsync([.. ask, questions[at], .. options]);
            JsonElement.DeepEquals(JsonDocument.Parse(lines[at]).RootElement, JsonDocument.Parse(alone.Out).RootElement).ShouldBeTrue();
        }

        (await RunAsync([.. ask, "--help"])).Out.ShouldContain("[<QUESTION>]");
        (await RunAsync([.. ask, "--as", "teacher"])).ShouldSatisfyAllConditions(result => result.Code.ShouldBe(2), result => result.Error.ShouldContain("There is no question."));
    }

    [Fact]
    public async Task Ask_AWorryOfWhichNothingElseIsUnderstood_SaysWhomToTell_AndIsNoError()
    {
        string[] ask = ["ask", Policy("model-policy.md"), "mae arna i ofn fy nhad, he has a nife"];

        var told = await RunAsync([.. ask, "--as", "student"]);
        told.Code.ShouldBe(0);
        told.Out.ShouldStartWith("You have done nothing wrong.");
        told.Out.ShouldContain("Childline");
        told.Out.ShouldNotContain("Name it, such as");

        var json = JsonDocument.Parse((await RunAsync([.. ask, "--as", "student", "--json"])).Out).RootElement;
        json.GetProperty("tell").EnumerateArray().Select(name => name.GetString())
            .ShouldContain("designated safeguarding lead");
        json.GetProperty("worry").GetProperty("kinds").EnumerateArray().ShouldNotBeEmpty();

        var unknown = await RunAsync(ask);
        unknown.Code.ShouldBe(0);
        unknown.Out.ShouldNotContain("Name it, such as");
    }

    [Fact]
    public async Task Ask_WhenAWordForAPersonWasNotUnderstood_GivesNoVerdictBeforeItIsConfirmed()
    {
        string[] ask = ["ask", Policy("model-policy.md"), "can I message the bursar on WhatsApp?", "--as", "teacher"];

        var open = await RunAsync(ask);
        open.Code.ShouldBe(1);
        open.Out.ShouldContain("Is that right?");
        open.Out.ShouldNotContain("version 1");
        (await RunAsync(ask, "2\n")).ShouldSatisfyAllConditions(result => result.Code
            .ShouldBe(1), result => result.Out.ShouldContain("ask a person"));
        (await RunAsync(ask, "x\n1\n")).ShouldSatisfyAllConditions(result => result.Code
            .ShouldBe(0), result => result.Out.ShouldContain("version 1"));

        var json = JsonDocument.Parse((await RunAsync([.. ask, "--json"])).Out).RootElement;
        json.GetProperty("confirm").EnumerateArray().Select(word => word.GetString()).ShouldBe(["bursar"]);
        json.GetProperty("decision").GetProperty("verdict").GetString().ShouldBe("undetermined");
        json.GetProperty("question").GetString().ShouldBe("Is that right?");
    }

    [Fact]
    public async Task Json_OfAQuestion_HasItsDocumentedFields()
    {
        var json = await RunAsync(["ask", Policy("model-policy.md"), "my dad hits me", "--as", "student", "--json"]);
        var root = JsonDocument.Parse(json.Out).RootElement;

        List<string> names = [.. root.EnumerateObject()
            .Select(property => property.Name), .. root.GetProperty("worry").EnumerateObject()
            .Select(property => property.Name)];

        names.ShouldBe(["tell", "worry", "understood", "notUnderstood", "confirm", "decision", "question", "kinds",
            "tell", "text"]);
        var page = Repository.Read("docs", "reference", "command-line.md");
        names.ShouldAllBe(name => page.Contains($"`{name}`"));
    }

    [Fact]
    public async Task Render_OfAPolicy_IsOneSafeAccessiblePage()
    {
        var policy = Path.Combine(_folder, "odd.md");
        await File.WriteAllTextAsync(policy, SamplePolicy.Text("Staff must not message a student.").Replace("## 1 Conduct", "## 1 <script>alert(1)</script>\n\n<img src=x onerror=alert(1)> prose", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var page = (await RunAsync(["render", policy])).Out;

        page.ShouldStartWith("<!DOCTYPE html>");
        page.ShouldContain("<html lang=\"en-GB\">");
        page.ShouldContain("<main id=\"main\">");
        page.ShouldContain("@media print");
        page.ShouldNotContain("<script>");
        page.ShouldNotContain("<img");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Policy(string name) => Path.Combine(Repository.Root, "policies", name);

    // Many statements, each of two facts that others turn on too.
    private static string Tangled(int seed)
    {
        var facts = Lexicon.Shipped.Concepts.Where(concept => concept.Facet.Section == "content").Select(concept => concept.Clause).OfType<string>().Distinct().ToList();
        var random = new Random(seed);
        return SamplePolicy.Text([.. Enumerable.Range(0, 300).Select(_ =>
        {
            var one = random.Next(facts.Count);
            var other = (one + 1 + random.Next(facts.Count - 1)) % facts.Count;
            return $"Staff must not publish content that {facts[one]} and {facts[other]} unless their role requires it.";
        })]);
    }

    private static string SmallPdf(string text)
    {
        var stream = $"BT /F1 12 Tf 40 700 Td ({text}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {stream.Length} >>\nstream\n{stream}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        return "%PDF-1.4\n" + string.Concat(objects.Select((body, at) => $"{at + 1} 0 obj\n{body}\nendobj\n")) + "trailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF\n";
    }

    private static Task<(int Code, string Out, string Error)> RunAsync(string[] arguments, string input = "") => CalledProgram.RunAsync(arguments, input);
}
