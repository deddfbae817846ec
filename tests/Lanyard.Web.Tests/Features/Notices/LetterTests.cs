using Lanyard.Testing.Mail;
using Lanyard.Web.Features.Notices;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Notices;

public sealed class LetterTests : IAsyncLifetime
{
    private readonly PostOffice _mail = new();
    private readonly NoticeServer _server;

    public LetterTests() => _server = new(_mail.Settings);

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _mail.Dispose();
    }

    [Fact]
    public async Task Letters_AreDeliveredOnce_AndSayOnlyThatSomethingWaitsAndWhere()
    {
        _mail.Start();
        await _server.StartAsync();
        await SettledAsync();
        var text = await _server.ConsultAsync();
        await _server.UntilAsync(async () => (await _server.NoticesAsync()).Any(kept => kept.Value.Address.EndsWith("/answer", StringComparison.Ordinal)));
        await SettledAsync();

        await EverybodyHasOneForEachNoticeAsync();
        var letter = _mail.Letters.Last(each => each.To == "teacher@demo.example");
        letter.Message.From.ToString().ShouldBe("\"Lantern Schools Trust\" <lanyard@school.example>");
        letter.Message.To.ToString().ShouldBe("teacher@demo.example");
        letter.Subject.ShouldBe("Lantern Schools Trust: something waits for you in Lanyard");
        letter.Message.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        letter.Message.BodyParts.Single().ContentType.MimeType.ShouldBe("text/plain");
        letter.Id.ShouldMatch("^[0-9a-f]{32}@school\\.example$");
        letter.Body.ShouldContain("\nhttp://lanyard.school.example/policies/");
        var secret = text.Split('\n').Where(line => line.Length > 3).Append("Walks").Append("Tom Okafor").Append("social");
        _mail.Letters.ShouldAllBe(each =>
            !secret.Any(words => each.Body.Contains(words, StringComparison.OrdinalIgnoreCase)
            || each.Subject.Contains(words, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Letters_WhenTheMailServerIsDownAndThenUp_AreDeliveredOnce()
    {
        await _server.StartAsync();
        await _server.UntilAsync(async () => await _server.Letters.ListAsync(None) is { Count: > 0 } waiting && waiting.All(letter => letter.Value.Tries >= 3));
        _mail.Letters.ShouldBeEmpty();

        _mail.Start();
        _server.Clock.Advance(TimeSpan.FromMinutes(15));
        await SettledAsync();

        await EverybodyHasOneForEachNoticeAsync();
    }

    [Fact]
    public async Task Letters_WhenLanyardIsRestartedBetween_AreNeitherLostNorDoubled()
    {
        await _server.StartAsync();
        await _server.UntilAsync(async () => (await _server.Letters.ListAsync(None)).Count > 0);
        await _server.StopAsync();
        _mail.Start();
        await _server.StartAsync();
        await SettledAsync();
        await EverybodyHasOneForEachNoticeAsync();

        await _server.StopAsync();
        await _server.StartAsync();
        await _server.ConsultAsync();
        await _server.UntilAsync(async () => (await _server.NoticesAsync()).Any(kept => kept.Value.Address.EndsWith("/answer", StringComparison.Ordinal)));
        await SettledAsync();
        await EverybodyHasOneForEachNoticeAsync();
    }

    [Fact]
    public async Task Letter_WhenTheProcessEndsBetweenSendingAndMarking_IsSentAgainAsTheSameMessage()
    {
        _mail.Start();
        await _server.StartAsync();
        await SettledAsync();
        var before = _mail.Letters;
        var notice = (await _server.NoticesAsync("teacher@demo.example")).Single();
        await _server.Letters.TryPutAsync(notice.Place.Key, new(notice.Value.Recipient, notice.Value.Address, notice.Value.Made, Tries: 1, _server.Clock.GetUtcNow()), version: 0, [], sort: "", None);
        await _server.StopAsync();
        await _server.StartAsync();
        await SettledAsync();

        var again = _mail.Letters.Skip(before.Count).ShouldHaveSingleItem();
        var first = before.Single(letter => letter.To == "teacher@demo.example");
        (again.To, again.Id, again.Body).ShouldBe((first.To, first.Id, first.Body));
    }

    [Fact]
    public async Task Letters_WhenSomebodyWantsNone_AreSentToTheOthers()
    {
        _mail.Start();
        await _server.StartAsync();
        await SettledAsync();
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await teacher.OpenAsync("/notices");
        teacher.Tick("Yes", isTicked: false);
        teacher.Tick("No, only here");
        await teacher.PressAsync("Save");
        var before = _mail.Letters.Count;
        await _server.ConsultAsync();
        await _server.UntilAsync(async () => (await _server.NoticesAsync("teacher@demo.example")).Count == 2);
        await SettledAsync();

        _mail.Letters.Skip(before).Select(letter => letter.To).ShouldNotContain("teacher@demo.example");
        _mail.Letters.Skip(before).Select(letter => letter.To).ShouldContain("dsl@demo.example");
        (await _server.NoticesAsync("teacher@demo.example"))[0].Value.Mail.ShouldBe(MailState.None);
    }

    [Fact]
    public async Task Letters_WhenTheServerAlwaysBreaksOffAtOne_AreDeliveredToTheOthers()
    {
        using var odd = new OddPostOffice { Answer = line => line == "RCPT TO:<teacher@demo.example>"
            ? OddPostOffice.HangUp : null };
        await using var server = new NoticeServer(Lanyard.Mail.MailServer.Read(new() { Address = odd.Address }));
        await server.StartAsync();

        var teacher = await server.PersonAsync("teacher@demo.example");

        await server.UntilAsync(async () => (await server.NoticesAsync()) is { Count: > 1 } notices
            && notices.All(kept => kept.Value.Mail == MailState.Sent || kept.Value.Recipient == teacher));

        (await server.Letters.ListAsync(None)).ShouldHaveSingleItem().Value.Recipient.ShouldBe(teacher);
    }

    [Fact]
    public async Task Letters_GoOverTls()
    {
        using var post = new PostOffice(Lanyard.Mail.MailSecurity.StartTls);
        post.Start();
        await using var server = new NoticeServer(post.Settings);
        await server.StartAsync();

        await server.UntilAsync(async () => post.Letters.Count > 0
            && (await server.Letters.ListAsync(None)).Count == 0);

        post.Letters.ShouldAllBe(letter => letter.IsSignedIn);
    }

    [Fact]
    public async Task Setting_IsYesUntilItIsChanged()
    {
        await _server.StartAsync();
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await teacher.OpenAsync("/notices");
        teacher.Value("Yes").ShouldBe("yes");
        teacher.Tick("Yes", isTicked: false);
        teacher.Tick("No, only here");
        await teacher.PressAsync("Save");

        teacher.Text.ShouldContain("You get your notices only here.");
        teacher.Value("Yes").ShouldBe("");
        teacher.Value("No, only here").ShouldBe("no");
        teacher.Forge("ByEmail", "perhaps");
        teacher.Tick("Yes");
        teacher.Tick("No, only here", isTicked: false);
        await teacher.PressAsync("Save");
        teacher.Problems.ShouldBe(["Choose whether you want your notices by email too"]);
    }

    private Task SettledAsync() =>
        _server.UntilAsync(async () => (await _server.NoticesAsync()) is { Count: > 0 } notices && notices.All(kept => kept.Value.Mail == MailState.Sent || kept.Value.Mail == MailState.None) && (await _server.Letters.ListAsync(None)).Count == 0);

    private async Task EverybodyHasOneForEachNoticeAsync()
    {
        var notices = await _server.NoticesAsync();
        notices.ShouldAllBe(kept => kept.Value.Mail == MailState.Sent);
        _mail.Letters.Count.ShouldBe(notices.Count);
        _mail.Letters.Select(letter => letter.Id).ShouldBeUnique();
    }
}
