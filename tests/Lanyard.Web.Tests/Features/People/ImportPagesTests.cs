using System.IO.Compression;
using System.Net;
using System.Text;
using Lanyard.Web.Infrastructure;
using Shouldly;

namespace Lanyard.Web.Tests.Features.People;

public sealed class ImportPagesTests : IAsyncLifetime
{
    private const string Lead = "lead@demo.example";
    private const string File = "id,name,email,roles,school,year group,upn\r\nS1,=cmd|' /C calc'!A0,jo@school.example,teacher; governor @ whole organisation,Harbour Street Primary School,,\r\nP1,Kit Moss,,student,Fellside Secondary School,7,\r\n";

    private readonly RunningServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Import_ShowsBeforeItWrites_AndTheSecondTimeChangesNothing()
    {
        var lead = await _server.SignInAsync(Lead);
        await UploadAsync(lead, "people.csv", File);
        lead.Text.ShouldContain("Nothing has been written yet. 2 to add 0 to change 0 to record as having left 0 unchanged 0 lines with errors");
        lead.Text.ShouldContain("=cmd|' /C calc'!A0");
        lead.Text.ShouldContain("Kit Moss Student, Fellside Secondary School Year 7");
        var preview = lead.Address.ToString();
        var other = await _server.SignInAsync("head@demo.example");
        await other.OpenAsync(preview);
        other.Text.ShouldContain("This file is not kept any more");

        await lead.PressAsync("Import");
        lead.Text.ShouldContain("The file was imported.");
        lead.Text.ShouldContain("2 added 0 changed 0 recorded as having left 0 unchanged 0 lines left out");
        await lead.OpenAsync("/people");
        lead.Text.ShouldContain("11 people");
        await lead.OpenAsync(preview);
        lead.Text.ShouldContain("This file is not kept any more");

        await UploadAsync(lead, "people.csv", "\uFEFF" + File.Replace("; governor @ whole organisation", "", StringComparison.Ordinal).Replace(',', ';'));
        lead.Text.ShouldContain("0 to add 1 to change");
        lead.Text.ShouldContain("Roles Governor, whole organisation; Teacher, Harbour Street Primary School Teacher, Harbour Street Primary School");
        await UploadAsync(lead, "people.csv", File);
        lead.Text.ShouldContain("0 to add 0 to change 0 to record as having left 2 unchanged");
        lead.HasButton("Import").ShouldBeFalse();
    }

    [Fact]
    public async Task Import_WithErrors_SaysWhereAndHowToMendThem_AndTakesTheRest()
    {
        var lead = await _server.SignInAsync(Lead);
        await UploadAsync(lead, "people.csv", File + "\r\n\"S2\",\"Two\r\nlines\",a@school.example,teacher,,,\r\nP2,Lea Bo,,studnt,Felside Secondary School,7,\r\n");

        lead.Text.ShouldContain("2 lines with errors");
        lead.Text.ShouldContain("5 The name holds a character that cannot be seen (U+000D). Type the name instead of copying it");
        lead.Text.ShouldContain("7 There is no school called Felside Secondary School Did you mean Fellside Secondary School?");
        lead.Text.ShouldContain("studnt 1 person, first on line 7. Did you mean student?");
        await lead.PressAsync("Import");
        lead.Text.ShouldContain("2 lines left out");
        lead.Text.ShouldContain("7 There is no school called Felside Secondary School");
        await lead.OpenAsync("/people");
        lead.Text.ShouldContain("11 people");
    }

    [Fact]
    public async Task Import_OfAFileThatIsNoText_NamesThatVeryFile()
    {
        var lead = await _server.SignInAsync(Lead);
        await UploadAsync(lead, "staff list.xls", "\u0001\u0002");

        lead.Problems.ShouldHaveSingleItem().ShouldStartWith("staff list.xls is not a text file.");
    }

    // Each of these took gigabytes or minutes once, for a cell was made of every comma before anything was counted.
    [Theory]
    [InlineData("commas on one line", "more than 200 columns")]
    [InlineData("lines of commas", "more than 3,000,000 cells")]
    [InlineData("short lines", "more than 100,000 lines")]
    [InlineData("one long line", "is longer than any")]
    [InlineData("an open quotation mark", "is longer than any")]
    public async Task Import_OfMoreThanAnyFileOfPeopleHolds_IsRefused_BeforeCellsAreMade(string what, string says)
    {
        const int Size = 7_000_000;
        var text = what switch
        {
            "commas on one line" => new string(',', Size),
            "lines of commas" => string.Concat(Enumerable.Repeat(new string(',', 150) + "\n", Size / 151)),
            "short lines" => string.Concat(Enumerable.Repeat("a,b\n", Size / 4)),
            "one long line" => "name,id\n" + new string('a', Size),
            _ => "name,id\n\"" + string.Concat(Enumerable.Repeat("a,\n", Size / 3)),
        };
        var lead = await _server.SignInAsync(Lead);
        await UploadAsync(lead, "people.csv", text);

        lead.Problems.ShouldHaveSingleItem().ShouldContain(says);

        await UploadAsync(lead, "bundle.zip", Zip(("orgs.csv", "sourcedId,name,type"), ("users.csv", text)));
        lead.Problems.ShouldHaveSingleItem().ShouldContain(says);
    }

    [Fact]
    public async Task Import_WhileAnotherFileOfTheOrganisationIsRead_Waits()
    {
        var lead = await _server.SignInAsync(Lead);
        using (_server.Get<ImportTurns>().TryTake(await Api.ApiClient.OrganisationAsync(_server)))
        {
            await UploadAsync(lead, "people.csv", File);
            lead.Problems.ShouldBe(
                ["Another file of your organisation is being read. Wait a moment, then send yours again"]);
        }

        await UploadAsync(lead, "people.csv", File);
        lead.Text.ShouldContain("2 to add");
    }

    [Fact]
    public async Task Import_RecordsLeavers_AndBringsThemBack()
    {
        var lead = await _server.SignInAsync(Lead);
        await UploadAsync(lead, "people.csv", File);
        await lead.PressAsync("Import");
        await UploadAsync(lead, "people.csv", "id,name,roles,school\nP9,Ira Law,student,Fellside Secondary School", withLeavers: true);
        lead.Text.ShouldContain("1 to add 0 to change 1 to record as having left");
        lead.Text.ShouldContain("pupils of Fellside Secondary School. That is 1 person.");
        await lead.PressAsync("Import");
        await lead.OpenAsync("/people");
        lead.Text.ShouldNotContain("Kit Moss");

        await UploadAsync(lead, "people.csv", File);
        lead.Text.ShouldContain("Kit Moss Status Left Comes back");
        await lead.PressAsync("Import");
        await lead.OpenAsync("/people");
        lead.Text.ShouldContain("Kit Moss");
    }

    [Fact]
    public async Task Confirm_WhenPeopleChangedSinceThePreview_ShowsTheNewPreview()
    {
        var (lead, head) = (await _server.SignInAsync(Lead), await _server.SignInAsync("head@demo.example"));
        await UploadAsync(lead, "people.csv", File);
        await UploadAsync(head, "people.csv", File);
        await head.PressAsync("Import");

        await lead.PressAsync("Import");

        lead.Problems.ShouldHaveSingleItem().ShouldStartWith("People were changed since this preview was made.");
        lead.Text.ShouldContain("0 to add");
    }

    [Fact]
    public async Task Import_WhenTwoPeopleSwapAddresses_SwapsTheirAccounts()
    {
        var lead = await _server.SignInAsync(Lead);
        await UploadAsync(lead, "people.csv", "id,name,email\nS1,Tom Okafor,teacher@demo.example\nS2,Ruth Bell,dsl@demo.example\nS3,Sam Whitlock,governor@demo.example");
        await lead.PressAsync("Import");
        await UploadAsync(lead, "people.csv", "id,name,email\nS1,Tom Okafor,dsl@demo.example\nS2,Ruth Bell,governor@demo.example\nS3,Sam Whitlock,teacher@demo.example");
        lead.Text.ShouldContain("0 to add 3 to change 0 to record as having left 0 unchanged 0 lines with errors");
        await lead.PressAsync("Import");

        foreach (var (name, email) in new[] { ("Tom Okafor", "dsl@demo.example"), ("Ruth Bell", "governor@demo.example"), ("Sam Whitlock", "teacher@demo.example") })
        {
            (await _server.SignInAsync(email)).Page.QuerySelector("header")!.TextContent.ShouldContain(name);
        }
    }

    [Fact]
    public async Task GivingUp_WritesNothing()
    {
        var lead = await _server.SignInAsync(Lead);
        await UploadAsync(lead, "people.csv", File);
        await lead.PressAsync("Give the file up");

        lead.Text.ShouldContain("Nothing was changed.");
        await lead.OpenAsync("/people");
        lead.Text.ShouldContain("9 people");
    }

    [Fact]
    public async Task AOneRosterBundle_IsRead_WhateverItsFolder()
    {
        var lead = await _server.SignInAsync(Lead);
        await UploadAsync(lead, "bundle.zip", Zip(
            ("../../out/orgs.csv", "sourcedId,name,type\no1,Harbour Street Primary School,school\n"),
            ("../../out/users.csv", "sourcedId,status,enabledUser,givenName,familyName,email,grades\nu1,active,true,Ada,Hill,ada@school.example,\nu2,active,true,Ben,Hill,,03\nu3,active,true,Tom,Okafor,teacher@demo.example,\n"),
            ("../../out/roles.csv", "sourcedId,userSourcedId,roleType,role,orgSourcedId\nr1,u1,primary,proctor,o1\nr2,u2,primary,student,o1\nr3,u3,primary,aide,o1\n")));

        lead.Text.ShouldContain("2 to add 1 to change");
        lead.Text.ShouldContain("Line 2: The role proctor becomes staff.");
        await lead.PressAsync("Import");
        await lead.OpenAsync("/people");
        lead.Text.ShouldContain("Teaching assistant, Harbour Street Primary School");
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("a,b\n1,2", null)]
    [InlineData("id,name\n1,\"Jo", "Line 2 of people.csv has a cell that does not end. A quotation mark is missing")]
    [InlineData(
        "id,name,roles\n1,\"Jo,teacher\n2,\"Al\",staff\n3,Di,staff",
        "Line 2 of people.csv has a cell that does not end. A quotation mark is missing")]
    [InlineData("id,name\n1,\0", "people.csv is not a text file. In a spreadsheet, save the sheet as CSV, then try once more")]
    [InlineData("PK\u0003\u0004 not a bundle", "The bundle is damaged. Export it again, then try once more")]
    public async Task AFileThatIsNoneOfPeople_IsRefused(string content, string? why)
    {
        var lead = await _server.SignInAsync(Lead);
        await UploadAsync(lead, "people.csv", content);

        lead.Status.ShouldBe(HttpStatusCode.OK);
        lead.Problems.ShouldBe(why is null ? [] : [why]);
    }

    [Fact]
    public async Task HostileFiles_AreRefused()
    {
        var lead = await _server.SignInAsync(Lead);
        var bomb = new string('x', 70 * 1024 * 1024);
        await UploadAsync(lead, "bundle.zip", Zip(("orgs.csv", "sourcedId,name,type"), ("users.csv", bomb)));
        lead.Problems.ShouldHaveSingleItem().ShouldStartWith("The bundle is too large once it is unpacked");

        await UploadAsync(lead, "bundle.zip", Zip(("a/users.csv", "x"), ("b/USERS.csv", "x")));
        lead.Problems.ShouldBe(["The bundle holds users.csv twice"]);

        await UploadAsync(lead, "people.csv", "id,name\n1,\"" + new string('y', 20_000));
        lead.Problems.ShouldHaveSingleItem().ShouldEndWith("has a cell that does not end. A quotation mark is missing");

        await UploadAsync(lead, "people.csv", "id,name\n" + string.Concat(Enumerable.Repeat("1,x\n", 100_001)));
        lead.Problems.ShouldBe(["people.csv has more than 100,000 lines. Import one school at a time"]);

        await lead.OpenAsync("/people/import");
        await lead.PressAsync("Show what it would change");
        lead.Problems.ShouldBe(["Choose a file"]);
    }

    [Fact]
    public async Task TheTemplate_CanBeDownloaded()
    {
        var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync("/people/import");
        await lead.FollowAsync("Download a template");

        lead.Page.Body!.TextContent.ShouldStartWith("id,name,email,roles,school,year group,upn");
    }

    private static Task UploadAsync(Visitor visitor, string name, string content, bool withLeavers = false) => UploadAsync(visitor, name, Encoding.UTF8.GetBytes(content), withLeavers);

    private static async Task UploadAsync(Visitor visitor, string name, byte[] content, bool withLeavers = false)
    {
        await visitor.OpenAsync("/people/import");
        visitor.Choose("Your file", name, content);
        visitor.Tick("Record that people who are missing from the file have left", withLeavers);
        await visitor.PressAsync("Show what it would change");
    }

    private static byte[] Zip(params (string Name, string Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
