using Lanyard.Workflows.People.Import;
using Shouldly;

namespace Lanyard.Workflows.Tests.People.Import;

public sealed class OneRosterBundleTests
{
    private const string Orgs = "sourcedId,status,name,type\no1,active,Oak Primary,school\no2,active,Oak Trust,district\no3,active,,school";

    private static readonly DateOnly Today = new(2026, 9, 7);

    [Fact]
    public void Version12_TakesRolesFromRolesCsv()
    {
        var read = Read(
            "sourcedId,status,enabledUser,userIds,givenName,familyName,email,grades,preferredGivenName\n"
            + "u1,active,true,,Helen,Marsh,head@oak.example,,\nu2,active,true,{UPN:X},Alexander,Reed,,07,Alex\nu3,tobedeleted,true,,Old,Gone,,,\nu4,active,false,,Off,Switched,,,\nu5,active,true,,Ivo,Bell,,,",
            "sourcedId,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\nr1,u1,primary,principal,,,o1\nr2,u2,primary,student,2026-09-01,2027-07-31,o1\nr3,u1,secondary,teacher,,2026-07-01,o1\nr4,u5,secondary,principal,,,o1\nr5,u5,primary,systemAdministrator,,,o2");

        read.Problems.ShouldBeEmpty();
        read.Rows.Select(row => (row.Id, row.Name, row.YearGroup, row.Upn)).ShouldBe([("u1", "Helen Marsh", "", ""), ("u2", "Alex Reed", "07", "X"), ("u5", "Ivo Bell", "", "")]);
        read.Rows.Select(row => string.Join('|', row.Roles!.Select(role => $"{role.Text}@{role.School}"))).ShouldBe(["headteacher@Oak Primary", "student@Oak Primary", "staff@Oak Primary|staff@"]);
        read.Notes.Select(note => note.Line).ShouldBe([0, 5, 6, 6]);
    }

    [Fact]
    public void Version11_TakesRolesFromUsersCsv()
    {
        var read = Read("sourcedId,orgSourcedIds,role,givenName,familyName,email,grades\nu1,\"o1,o2\",aide,Jo,Carter,jo@oak.example,\nu2,o9,teacher,Sam,Reed,,\nu3,o1,guardian,Pat,Reed,,", roles: null);

        string.Join('|', read.Rows[0].Roles!.Select(role => $"{role.Text}@{role.School}")).ShouldBe("teaching assistant@Oak Primary|teaching assistant@");
        read.Rows[1].Roles!.Single().ShouldBe(new("parent", "Oak Primary"));
        read.Problems.ShouldHaveSingleItem().Text.ShouldBe("The organisation `o9` is not in orgs.csv");
    }

    [Fact]
    public void ASchoolWithoutAName_IsNotTheWholeOrganisation() =>
        Read("sourcedId,orgSourcedIds,role,givenName,familyName\nu1,o3,teacher,Jo,Carter", roles: null).Rows.Single().Roles!.Single().School.ShouldBe("o3");

    [Theory]
    [InlineData("sourcedId,givenName\n", "users.csv has no column familyName")]
    [InlineData("sourcedId,givenName,familyName\n", "users.csv has no column role")]
    public void AColumnThatIsMissing_IsNamed(string users, string why) => Read(users, roles: null).Refusal.ShouldBe(why);

    private static ImportedPeople Read(string users, string? roles) =>
        OneRosterBundle.Read([Tables.Of("orgs.csv", Orgs), Tables.Of("users.csv", users), .. roles is null ? Array.Empty<CsvTable>() : [Tables.Of("roles.csv", roles)]], Today);
}
