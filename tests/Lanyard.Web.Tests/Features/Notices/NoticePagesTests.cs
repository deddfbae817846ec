using System.Net;
using Lanyard.Workflows.Notices;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Notices;

public sealed class NoticePagesTests : IAsyncLifetime
{
    private const string Teacher = "teacher@demo.example";
    private const string Lead = "lead@demo.example";

    private readonly NoticeServer _server = new(mail: null);

    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync();
        await _server.UntilAsync(async () => (await _server.NoticesAsync(Teacher)).Count == 1);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Notices_AreCountedAtHome_AndMarkedAsRead()
    {
        var teacher = await _server.SignInAsync(Teacher);
        await teacher.FollowAsync("You have 1 unread notice");
        teacher.Text.ShouldContain("Unread Please read and accept");

        await teacher.PressAsync(MarkAsRead(teacher));
        teacher.Address.ToString().ShouldBe("/notices");
        teacher.Text.ShouldNotContain("Unread");
        await teacher.OpenAsync("/");
        await teacher.FollowAsync("Your notices");
        teacher.Text.ShouldContain("Please read and accept");
    }

    [Fact]
    public async Task AnotherPersonsNotice_IsNeitherShownNorMarked()
    {
        await _server.UntilAsync(async () => (await _server.NoticesAsync(Lead)).Count == 1);
        var theirs = (await _server.NoticesAsync(Lead)).Single();
        var teacher = await _server.SignInAsync(Teacher);
        await teacher.OpenAsync("/notices");
        teacher.Page.QuerySelectorAll("[name=Key]").Length.ShouldBe(1);

        teacher.Forge("Key", theirs.Place.Key);
        await teacher.PressAsync(MarkAsRead(teacher));

        teacher.Status.ShouldBe(HttpStatusCode.NotFound);
        (await _server.NoticesAsync(Lead)).Single().Value.ReadAt.ShouldBeNull();
    }

    [Fact]
    public async Task Visitors_WhoAreNotSignedIn_AreSentToSignIn()
    {
        var teacher = await _server.SignInAsync(Teacher);
        await teacher.PressAsync("Sign out");
        await teacher.OpenAsync("/notices");

        teacher.Title.ShouldStartWith("Sign in");
    }

    [Fact]
    public async Task Consultation_WhenItOpens_IsToldAtOnce_AndAllAreMarkedAsRead()
    {
        await _server.ConsultAsync();
        await _server.UntilAsync(async () => (await _server.NoticesAsync(Teacher)).Count == 2);

        var teacher = await _server.SignInAsync(Teacher);
        await teacher.FollowAsync("You have 2 unread notices");
        await teacher.PressAsync("Mark all as read");
        teacher.Text.ShouldNotContain("Unread");
        await teacher.FollowAsync("You are asked what you think of a draft: Walks and visits. You can answer until 28 September 2026.");
        teacher.Title.ShouldStartWith("The draft of Walks and visits");
    }

    [Fact]
    public async Task Acceptance_WhenDaysPass_IsRemindedOf_UntilItIsGiven()
    {
        _server.Clock.Advance(TimeSpan.FromDays(7));
        await _server.UntilAsync(async () => (await _server.NoticesAsync(Teacher)).Count == 2);
        var teacher = await _server.SignInAsync(Teacher);
        await teacher.OpenAsync("/notices");
        await teacher.FollowAsync(teacher.Page.QuerySelectorAll(".app-card a")[0].TextContent);
        await teacher.PressAsync("I have read it and accept it");

        _server.Clock.Advance(TimeSpan.FromDays(7));
        await _server.UntilAsync(async () => (await _server.NoticesAsync(Lead)).Count == 3);
        (await _server.NoticesAsync(Teacher)).Select(kept => kept.Value.Kind).ShouldBe([NoticeKind.AcceptanceReminder, NoticeKind.AcceptanceAsked]);
    }

    [Fact]
    public async Task Notice_WhenItsTaskIsDone_SaysSo_AndIsNotCounted()
    {
        var teacher = await _server.SignInAsync(Teacher);
        await teacher.OpenAsync("/notices");
        await teacher.FollowAsync(teacher.Page.QuerySelectorAll(".app-card a")[0].TextContent);
        await teacher.PressAsync("I have read it and accept it");

        await teacher.OpenAsync("/");
        teacher.Text.ShouldNotContain("unread");
        await teacher.OpenAsync("/notices");
        teacher.Text.ShouldContain("Nothing left to do Please read and accept");
        teacher.HasButton("Mark all as read").ShouldBeFalse();
    }

    [Fact]
    public async Task Consultation_WhenItIsAnswered_NoLongerWaits()
    {
        await _server.ConsultAsync();
        await _server.UntilAsync(async () => (await _server.NoticesAsync(Teacher)).Count == 2);
        var teacher = await _server.SignInAsync(Teacher);
        await teacher.FollowAsync("Say what you think of the draft: Walks and visits");
        teacher.Text.ShouldContain("You answer as one of the staff.");
        teacher.Fill("What do you think of it?", "It reads well.");
        await teacher.PressAsync("Send your answer");

        await teacher.OpenAsync("/");
        teacher.Text.ShouldNotContain("Say what you think of the draft");
        await teacher.FollowAsync("You have 1 unread notice");
        teacher.Text.ShouldContain("Nothing left to do You are asked what you think of a draft");
    }

    [Fact]
    public async Task Consultation_WhenItEnds_NoLongerWaits()
    {
        await _server.ConsultAsync();
        await _server.UntilAsync(async () => (await _server.NoticesAsync(Lead)).Count == 2);

        _server.Clock.Advance(TimeSpan.FromDays(16));

        await _server.UntilAsync(async () => (await _server.NoticesAsync(Lead)).Any(kept => kept.Value is { Kind: NoticeKind.ConsultationOpen, IsOver: true }));
    }

    [Fact]
    public async Task Setting_IsNotOffered_WhereMailIsNotSetUp()
    {
        var teacher = await _server.SignInAsync(Teacher);
        await teacher.OpenAsync("/notices");

        teacher.Text.ShouldContain("Lanyard is not set up to send email here, so your notices come to this page only.");
        teacher.HasButton("Save").ShouldBeFalse();
    }

    private static string MarkAsRead(Visitor visitor) =>
        string.Join(' ', visitor.Page.QuerySelectorAll("main button").Select(button => button.TextContent).First(text => text.StartsWith("Mark as read", StringComparison.Ordinal)).Replace("read:", "read :", StringComparison.Ordinal).Split(' '));
}
