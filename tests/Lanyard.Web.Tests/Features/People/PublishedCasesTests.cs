using Shouldly;

namespace Lanyard.Web.Tests.Features.People;

/// <summary>Small files that other programs stumbled over, each as it comes.</summary>
public sealed class PublishedCasesTests : IAsyncLifetime
{
    private const string Header = "id,name,email,roles,school,year group,upn\n";
    private const string Secondary = "Fellside Secondary School";
    private const string Primary = "Harbour Street Primary School";

    private readonly RunningServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task TwoSchools_ThatBothHaveAPupil1001_KeepFourPupils()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.ImportAsync(
            Header + $"1001,Amir Khan,,student,{Secondary},9,\n1002,Beth Lowe,,student,{Secondary},10,\n");
        await lead.UploadAsync(
            Header + $"1001,Chloe Reed,,student,{Primary},2,\n1002,Dev Patel,,student,{Primary},R,\n");
        lead.Text.ShouldContain("2 to add 0 to change");
        await lead.PressAsync("Import");

        await lead.OpenAsync("/people");
        foreach (var name in new[] { "Amir Khan", "Beth Lowe", "Chloe Reed", "Dev Patel" })
        {
            lead.Text.ShouldContain(name);
        }
    }

    [Fact]
    public async Task IdsThatLostTheirZeros_AreAskedAbout_AndCutOnesRefused()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.ImportAsync(
            Header + $"000123,Ann Fox,,student,{Secondary},7,\n000124,Ben Fox,,student,{Secondary},8,\n");
        await lead.UploadAsync(
            Header + $"123,Ann Fox,,student,{Secondary},7,\n124,Ben Fox,,student,{Secondary},8,\n"
                + $"3.1E+11,Cy Bell,,student,{Secondary},8,\n", withLeavers: true);

        lead.Text.ShouldContain("0 to add 0 to change 0 to record as having left 0 unchanged 1 line with errors");
        lead.Text.ShouldContain("Line 2: is Ann Fox the same person as Ann Fox?");
        lead.Text.ShouldContain("Line 3: is Ben Fox the same person as Ben Fox?");
        lead.Text.ShouldContain("A spreadsheet has cut the id 3.1E+11 short");
    }

    [Theory]
    [InlineData("Class Teacher", "Teacher")]
    [InlineData("Class Teacher (0.6 FTE)", "Teacher")]
    [InlineData("Teaching Assistant - part time", "Teaching assistant")]
    [InlineData("Deputy Head", "Senior leader")]
    [InlineData("HLTA", "Teaching assistant")]
    [InlineData("Office Manager", "Staff")]
    [InlineData("Midday Supervisor", "Staff")]
    [InlineData("Early Years Practitioner", "Staff")]
    [InlineData("ECT", "Teacher")]
    [InlineData("Trainee Teacher", "Teacher")]
    [InlineData("Trustee", "Governor")]
    [InlineData("Foster carer", "Parent")]
    [InlineData("Teacher & Parent", "Parent, Fellside Secondary School; Teacher")]
    [InlineData("\"teacher, governor\"", "Governor, Fellside Secondary School; Teacher")]
    [InlineData("teacher, governor", "Governor, Fellside Secondary School; Teacher")]
    public async Task ATitle_ThatPlainlyIsARole_IsTakenAsIt(string title, string role)
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.UploadAsync($"id,name,email,roles,school\nR0,Person Number0,p0@x.example,{title},{Secondary}\n");

        lead.Text.ShouldContain($"Person Number0 p0@x.example {role}, Fellside Secondary School");
    }

    [Theory]
    [InlineData("Head of Year")]
    [InlineData("CEO")]
    [InlineData("Head (English)")]
    [InlineData("SENDCo / Assistant Head")]
    public async Task ATitle_ThatCouldBeAnother_IsAskedAbout(string title)
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.UploadAsync($"id,name,email,roles,school\nR0,Person Number0,p0@x.example,{title},{Secondary}\n");

        lead.Text.ShouldContain("0 to add");
        lead.Text.ShouldContain("Which role is it?");
    }

    [Fact]
    public async Task AStaffList_MakesNoPupilALeaver()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.ImportAsync(
            Header + $"S1,Ola Nowak,ola@x.example,teacher,{Secondary},,\nS2,Pam Yeo,pam@x.example,teacher,{Secondary},,"
                + $"\nP1,Ann Fox,,student,{Secondary},7,\nP2,Ben Fox,,student,{Secondary},8,\n"
                + $"G1,Bill Fox,bill@x.example,parent,{Secondary},,\n");
        await lead.UploadAsync(Header + $"S1,Ola Nowak,ola@x.example,teacher,{Secondary},,\n", withLeavers: true);

        lead.Text.ShouldContain("0 to add 0 to change 1 to record as having left 1 unchanged");
        lead.Text.ShouldContain("staff of Fellside Secondary School. That is 2 people.");
        lead.Text.ShouldContain("Pam Yeo, Teacher");
    }

    [Fact]
    public async Task SiblingsOfOneMailbox_AreBothTaken_AndNobodySignsInWithIt()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.ImportAsync(
            Header + $"P1,Amy Fox,fox.family@x.example,student,{Secondary},7,\n"
                + $"P2,Ben Fox,fox.family@x.example,student,{Secondary},9,\n");
        lead.Text.ShouldContain("2 added");

        await lead.OpenAsync("/people");
        await lead.FollowAsync("Amy Fox");
        lead.Text.ShouldContain("Email address None");
        lead.Text.ShouldContain("fox.family@x.example, shared with Ben Fox. They do not sign in with it.");
        lead.HasButton("Make a sign-in link").ShouldBeFalse();
    }

    [Fact]
    public async Task TwoRows_OfOnePerson_AreOne_WithTheRolesOfBoth()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.UploadAsync(
            Header + $"ST1,Ann Fox,ann@x.example,teacher,{Secondary},,\nST1,Ann Fox,ann@x.example,teacher,{Primary},,\n"
                + $"ST2,Raj Bell,raj@x.example,teacher,{Secondary},,\nST2,Raj Bell,raj@x.example,governor,,,\n"
                + $"ST3,Jo Hart,,teacher,{Secondary},,\nST3,Max Lunn,,teacher,{Secondary},,\n");

        lead.Text.ShouldContain("Ann Fox ann@x.example Teacher, Fellside Secondary School; Teacher, Harbour Street");
        lead.Text.ShouldContain("Raj Bell raj@x.example Governor, whole organisation; Teacher, Fellside Secondary");
        lead.Text.ShouldContain("Lines 2 and 3 are one person, Ann Fox, who holds the roles of each.");
        lead.Text.ShouldContain("1 line with errors");
        lead.Text.ShouldContain("Jo Hart");
        lead.Text.ShouldContain("Max Lunn");
    }

    [Fact]
    public async Task ARoleThatHasEnded_IsNotGiven_AndTheLineSaysWhy()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.UploadAsync("bundle.zip", Uploads.Zip(
            ("orgs.csv", "sourcedId,status,name,type\no1,active,Fellside Secondary School,school\n"),
            ("users.csv", "sourcedId,status,enabledUser,givenName,familyName,email\nu1,active,true,Ivy,Stone,\n"),
            ("roles.csv", "sourcedId,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\n"
                + "r1,u1,primary,teacher,,2026-08-31T00:00:00Z,o1\n")));

        lead.Text.ShouldContain("0 to add");
        lead.Text.ShouldContain("None of their roles is held today");
    }
}
