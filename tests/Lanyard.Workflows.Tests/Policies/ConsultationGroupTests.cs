using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Shouldly;

namespace Lanyard.Workflows.Tests.Policies;

public sealed class ConsultationGroupTests
{
    private static readonly SchoolId Harbour = new(Guid.CreateVersion7());

    [Theory]
    [InlineData("student", "students")]
    [InlineData("pupil", "students")]
    [InlineData("students", "students")]
    [InlineData("parent", "parents")]
    [InlineData("governing body", "governors")]
    [InlineData("staff", "staff")]
    [InlineData("safeguarding team", "safeguarding team")]
    [InlineData("teacher", "teachers")]
    [InlineData("the neighbours", "the neighbours")]
    public void Group_HasOneWord(string said, string word)
    {
        ConsultationGroup.Find(said).Name.ShouldBe(word);
        ConsultationGroup.Find(word).ShouldBe(ConsultationGroup.Find(said));
    }

    [Theory]
    [InlineData("teacher", "staff")]
    [InlineData("headteacher", "staff leadership team")]
    [InlineData("designated safeguarding lead", "staff safeguarding team")]
    [InlineData("chair of governors", "governors")]
    [InlineData("volunteer", "")]
    [InlineData("student", "students")]
    public void Person_AnswersAsTheGroupsOfTheirRoles(string role, string groups)
    {
        var consultation = new Consultation("h1", ["staff", "governing body", "student", "safeguarding team", "leadership team", "the neighbours"], default, default, IsOpen: true);

        string.Join(' ', consultation.GroupsOf(Holding(role, school: null), Harbour)).ShouldBe(groups);
        consultation.GroupsOf(Holding(role, new(Guid.CreateVersion7())), Harbour).ShouldBeEmpty(); // of another school
    }

    private static Person Holding(string role, SchoolId? school) => new(new(Guid.CreateVersion7()), Details: null, [new RoleHeld(role, school)], default, Left: null, Absence: null);
}
