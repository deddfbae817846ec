using Shouldly;

namespace Lanyard.Web.Tests.Features.People;

/// <summary>Files as schools have them, and people as they come and go.</summary>
public sealed class SchoolFileTests : IAsyncLifetime
{
    private const string Lead = "lead@demo.example";
    private const string Header = "id,name,email,roles,school,year group,upn\n";
    private const string Primary = "Harbour Street Primary School";
    private const string Secondary = "Fellside Secondary School";

    private readonly RunningServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task ANewcomerWithALeaversAddress_IsNotTheLeaver_AndTheOldPasswordIsNobodys()
    {
        var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync("/people");
        await lead.FollowAsync("Tom Okafor");
        await lead.FollowAsync("Record that they left");
        await lead.PressAsync("Record leaving");

        await lead.UploadAsync(Header + $"N41,Grace Okafor,teacher@demo.example,teacher,{Secondary},,");
        lead.Text.ShouldContain("1 to add 0 to change");
        lead.Text.ShouldContain("Line 2: is Grace Okafor the same person as Tom Okafor?");
        await lead.PressAsync("Import");

        (await _server.SignInAsync("teacher@demo.example")).Problems.ShouldNotBeEmpty();
        await lead.OpenAsync("/people");
        lead.Text.ShouldContain("Grace Okafor");
        lead.Text.ShouldNotContain("Tom Okafor");
    }

    [Fact]
    public async Task AListFromTheSchoolsSystem_IsMatchedOnThePage_AndRemembered()
    {
        const string File = "List of pupils\nPrinted on 03/09/2026\n\nKey Ref;Nachname;Legal Forename;Preferred "
            + "Forename;Reg;Year;DOB\n00451;Marsh;Elizabeth;Lizzie;7A;Year  7;03/09/2014\n00452;Nowak;Zoë;;7B;Yr 7;"
            + "14/01/15\n";
        var lead = await _server.SignInAsync(Lead);
        await lead.UploadAsync(File);
        lead.Text.ShouldContain("Which columns hold what?");
        lead.Text.ShouldContain("Key Ref Such as: 00451 or 00452");
        lead.HasButton("Import").ShouldBeFalse();

        lead.Select("Key Ref", "Id");
        lead.Select("Nachname", "Last name");
        await lead.PressAsync("Use these answers");
        lead.Text.ShouldContain("2 lines left out until you have answered");
        lead.Text.ShouldContain("Lines 1, 2 stood above the header and were passed over. The header is on line 4.");
        lead.Select("Which role have the people in the file?", "Student");
        lead.Select("Which school are they in?", Secondary);
        await lead.PressAsync("Use these answers");
        lead.Text.ShouldContain("2 to add");
        lead.Text.ShouldContain("Lizzie Marsh");
        lead.Text.ShouldNotContain("Elizabeth Marsh");
        await lead.PressAsync("Import");

        await lead.UploadAsync(File);
        lead.Text.ShouldNotContain("Which columns hold what?");
    }

    [Fact]
    public async Task AnUnknownTitle_IsAskedAboutOnce_AndRemembered()
    {
        const string File = Header + $"S1,Ada Hill,ada@x.example,Class Teacher,{Primary},,\nS2,Bo "
            + $"Lane,bo@x.example,Thrive Lead,{Primary},,\nS3,Cy Dunn,cy@x.example,thrive lead / TA,{Primary},,\n"
            + $"S4,Di Egan,di@x.example,Deputy Head,{Primary},,\nS5,Flo Gray,flo@x.example,teacher, "
            + $"governor,{Primary},,\n";
        var lead = await _server.SignInAsync(Lead);
        await lead.UploadAsync(File);
        lead.Text.ShouldContain("3 to add");
        lead.Text.ShouldContain("Thrive Lead 2 people, first on line 3.");
        lead.Text.ShouldContain("Governor, Harbour Street Primary School; Teacher, Harbour Street Primary School");
        lead.Select("Thrive Lead", "Teaching assistant");
        await lead.PressAsync("Import");
        lead.Problems.ShouldHaveSingleItem().ShouldStartWith("You have answered since this preview was made.");
        lead.Text.ShouldContain("5 to add");
        await lead.PressAsync("Import");
        lead.Text.ShouldContain("5 added");

        await lead.UploadAsync(Header + $"S9,Gus Hart,gus@x.example,THRIVE LEAD,{Secondary},,\n");
        lead.Text.ShouldContain("1 to add");
    }

    [Fact]
    public async Task YearGroups_AreRead_AndNoChildIsLeftOut()
    {
        var lead = await _server.SignInAsync(Lead);
        string[] years = [
            "N1", "Nursery 2", "Pre-School", "FS1", "FS2", "Reception", "Y3", "NC Year 4", "5B", "6.0", "Year Seven",
            "Upper Sixth", "3/4", "Kestrels"];
        await lead.UploadAsync(
            Header + string.Join(
            '\n', years.Select((year, at) => $"N{at},Child Number{at},,student,{Primary},{year},")));

        lead.Text.ShouldContain(
            $"{years.Length} to add 0 to change 0 to record as having left 0 unchanged 0 lines with errors");
        lead.Text.ShouldContain("Kestrels 1 child");
        lead.Text.ShouldContain("3/4 1 child");
        lead.Text.ShouldNotContain("Upper Sixth 1 child");
        lead.Select("Kestrels", "Year 2");
        await lead.PressAsync("Use these answers");
        lead.Text.ShouldContain("Child Number13 Student, Harbour Street Primary School Year 2");
        lead.Text.ShouldContain("Child Number0 Student, Harbour Street Primary School Nursery, first year");
    }

    [Fact]
    public async Task ADelta_MakesNobodyALeaver_ButThoseWhomItMarks()
    {
        const string Orgs = "sourcedId,status,dateLastModified,name,type\no1,active,2026-09-01,Fellside Secondary "
            + "School,school\n";
        const string Users = "sourcedId,status,enabledUser,givenName,familyName,email\n";
        const string Roles = "sourcedId,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\n";
        var lead = await _server.SignInAsync(Lead);
        await lead.UploadAsync("bulk.zip", Uploads.Zip(
            ("manifest.csv", "propertyName,value\nfile.users,bulk\nfile.roles,bulk\nfile.orgs,bulk\n"),
                ("orgs.csv", Orgs),
            ("users.csv",
                Users + "u1,active,true,Ivy,Stone,ivy@x.example\nu2,active,true,Jem,Wood,jem@x.example\n"
                    + "u3,active,true,Kay,Yard,kay@x.example\nu4,active,true,Lou,Ash,lou@x.example\n"),
            ("roles.csv",
                Roles + "r1,u1,primary,teacher,2020-09-01T00:00:00Z,,o1\nr2,u2,primary,aide,01/09/2020,,o1\n"
                    + "r3,u3,primary,teacher,,31/08/2026,o1\nr4,u4,primary,teacher,,31/13/2026,o1\n")));
        lead.Text.ShouldContain("31/13/2026 is not a day, on line 5 of roles.csv (endDate)");
        lead.Text.ShouldContain("2 to add");
        await lead.PressAsync("Import");

        await lead.UploadAsync("delta.zip", Uploads.Zip(
            ("manifest.csv", "propertyName,value\nfile.users,delta\nfile.roles,delta\nfile.orgs,bulk\n"),
                ("orgs.csv", Orgs),
            ("users.csv", Users + "u1,active,true,Ivy,Rock,ivy@x.example\n"), ("roles.csv", Roles)), withLeavers: true);
        lead.Text.ShouldContain("0 to add 1 to change 0 to record as having left");
        lead.Text.ShouldContain("users.csv holds only what changed (delta). So nobody is missing from it");
        await lead.PressAsync("Import");

        await lead.UploadAsync("delta.zip", Uploads.Zip(
            ("manifest.csv", "propertyName,value\nfile.users,delta\nfile.roles,delta\nfile.orgs,bulk\n"),
                ("orgs.csv", Orgs),
            ("users.csv", Users + "u2,tobedeleted,true,Jem,Wood,jem@x.example\n"), ("roles.csv", Roles)));
        lead.Text.ShouldContain("0 to add 0 to change 1 to record as having left");
        lead.Text.ShouldContain("Jem Wood");
    }

    [Fact]
    public async Task ManyLeavers_AreConfirmedByTypingTheirNumber()
    {
        var lead = await _server.SignInAsync(Lead);
        await lead.ImportAsync(
            Header + string.Join(
            '\n', Enumerable.Range(1, 8).Select(number => $"P{number},Pupil Number{number},,student,{Primary},3,")));
        await lead.UploadAsync(Header + $"P1,Pupil Number1,,student,{Primary},3,\n", withLeavers: true);
        lead.Text.ShouldContain("7 of 8 people would be recorded as having left.");
        await lead.PressAsync("Import");
        lead.Problems.ShouldHaveSingleItem().ShouldStartWith("Type 7 if so many have really left.");
        lead.Fill("Type 7 to confirm that so many have left", "7");
        await lead.PressAsync("Import");
        lead.Text.ShouldContain("7 recorded as having left");
    }

    [Theory]
    [InlineData("sep=;\nid;name;email;roles;school\nS1;Ann Lee;ann@x.example;teacher;Fellside Secondary School\n")]
    [InlineData(
        "\"sep=,\"\r\nid,name,email,roles,school\r\nS1,Ann Lee,ann@x.example,teacher,Fellside Secondary School\r\n")]
    [InlineData(
        "Staff, as of today\n,\n\nid\tname\temail\troles\tschool\n"
            + "S1\tAnn\u00A0Lee\u200B\tann@x.example\tteacher\tFellside Secondary School\n")]
    public async Task LinesAboveTheHeader_AreSkipped(string file)
    {
        var lead = await _server.SignInAsync(Lead);
        await lead.UploadAsync(file);

        lead.Text.ShouldContain("1 to add");
        lead.Text.ShouldContain("Ann Lee");
    }

    [Fact]
    public async Task Names_AreFound_AndNamesakesToldApart()
    {
        var lead = await _server.SignInAsync(Lead);
        await lead.ImportAsync(
            Header + $"Q1,Zoë Ray,,student,{Secondary},7,\nQ2,Zoe\u0308 Ray,,student,{Secondary},10,\nQ3,Eoin "
                + $"O’Hara,,student,{Secondary},7,\nQ4,Mélanie Price-Wyn,,student,{Primary},R,\nQ5,Paweł "
                + $"Łoś,,student,{Primary},1,\n");
        foreach (
            var (sought, found) in new[] { ("zoe", 2), ("Zoë", 2), ("ohara", 1), ("O'Hara", 1), ("melanie", 1),
            ("price wyn", 1), ("pawel los", 1) })
        {
            await lead.OpenAsync($"/people?q={Uri.EscapeDataString(sought)}");
            (sought, lead.Text.Contains(found == 1 ? "1 person" : $"{found} people")).ShouldBe((sought, true));
        }

        await lead.OpenAsync("/people?q=zoe");
        await lead.FollowAsync($"Zoë Ray (Year 10, {Secondary}, id Q2)");
        lead.Text.ShouldContain("Year 10");
    }

    [Fact]
    public async Task WhatALeaverAccepted_StaysToBeSeen_UnderTheNameOfThen()
    {
        var tom = await _server.SignInAsync("teacher@demo.example");
        await tom.OpenAsync("/policies");
        var policy = tom.Page.QuerySelectorAll("main h2 a[href^='/policies/']").Select(link => link.GetAttribute("href")!)
            .First();
        await tom.OpenAsync($"{policy}/accept");
        await tom.PressAsync("I have read it and accept it");
        var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync("/people");
        await lead.FollowAsync("Tom Okafor");
        var person = lead.Address.ToString();
        await lead.FollowAsync("Change");
        lead.Fill("Full name", "Tom Birch");
        await lead.PressAsync("Save");
        await lead.FollowAsync("Record that they left");
        await lead.PressAsync("Record leaving");

        lead.Text.ShouldContain("What they accepted");
        lead.Text.ShouldContain("Tom Okafor");
        await lead.OpenAsync($"{policy}/acceptances");
        lead.Text.ShouldContain("Accepted, and not asked any more: 1 person");
        lead.Text.ShouldContain("Tom Okafor, now Tom Birch");
    }
}
