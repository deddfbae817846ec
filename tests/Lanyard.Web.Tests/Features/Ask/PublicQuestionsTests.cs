using System.Net;
using Lanyard.Accounts;
using Lanyard.Web.Features.Ask;
using Lanyard.Web.Tests.Api;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Ask;

/// <summary>Anybody may ask without an account, and nobody fills the record or the disk by it.</summary>
public sealed class PublicQuestionsTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _server.InitializeAsync();

    [Fact]
    public async Task Questions_InPublic_AreCounted_AndNoneIsAnEntry()
    {
        var at = await ApiClient.OrganisationAsync(_server);
        var head = await _server.Book.Store.Read(at).HeadAsync(Cancel);
        var today = UkDay();
        for (var count = 0; count < 3; count++)
        {
            await AskAsync(_server.Anybody(), $"/public/{at}/ask");
        }

        (await _server.Book.Store.Read(at).HeadAsync(Cancel)).ShouldBe(head);
        var questions = _server.Get<PublicQuestions>();
        (await questions.OfYearAsync(at, today, Cancel)).Values.Sum().ShouldBe(3);
        await questions.KeepAsync(Cancel);
        await AskAsync(_server.Anybody(), $"/public/{at}/ask");
        await questions.KeepAsync(Cancel);
        (await questions.OfYearAsync(at, today, Cancel)).Values.Sum().ShouldBe(4);
        (await questions.OfYearAsync(at, today.AddDays(-1), Cancel)).ShouldBeEmpty();
        // however many there are in a day
        (await _server.Book.Store.Read(at).CountAsync("public-questions", term: null, Cancel)).ShouldBe(1);

        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.OpenAsync("/evidence");
        lead.Text.ShouldContain("Asked in public, without an account: 4 in the last year");
        await lead.OpenAsync("/evidence/pack");
        lead.Text.ShouldContain("4 in the year before, without an account");
    }

    [Fact]
    public async Task Questions_InPublic_FromOnePlace_AreLimited_AndSignedInPeopleAreNotHeldUp()
    {
        var at = await ApiClient.OrganisationAsync(_server);
        using var client = new HttpClient { BaseAddress = new(_server.Address) };
        HttpResponseMessage? refused = null;
        for (var count = 0; count < 200 && refused is null; count++)
        {
            using var form = new FormUrlEncodedContent([]);
            var response = await client.PostAsync(new Uri($"/public/{at}/ask", UriKind.Relative), form, Cancel);
            refused = response.StatusCode == HttpStatusCode.TooManyRequests ? response : null;
        }

        refused.ShouldNotBeNull().Headers.RetryAfter.ShouldNotBeNull();
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await teacher.OpenAsync("/ask");
        teacher.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:1:2:3", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void APlace_IsAnAddress_OrTheNetworkOfALine(string one, string other, bool isSame) =>
        (ClientPlace.Of(IPAddress.Parse(one)) == ClientPlace.Of(IPAddress.Parse(other))).ShouldBe(isSame);

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static DateOnly UkDay() => Domain.Calendar.UkTime.DayOf(TimeProvider.System.GetUtcNow());

    private static async Task AskAsync(Visitor anybody, string address)
    {
        await anybody.OpenAsync(address);
        anybody.Fill("What do you want to know?", "may a teacher message a pupil on whatsapp?");
        anybody.Select("Who are you?", "Teacher");
        await anybody.PressAsync("Ask");
        for (var left = 5; left > 0 && anybody.HasButton("Answer with what is known"); left--)
        {
            await anybody.PressAsync("Answer with what is known");
        }
    }
}
