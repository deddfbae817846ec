using System.Text;
using Lanyard.Testing.Mail;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace Lanyard.Mail.Tests;

/// <summary>Signing in to a mail server with a token in place of a password.</summary>
public sealed class TokenTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new(2026, 9, 14, 9, 0, 0, TimeSpan.Zero));
    private readonly TokenOffice _tokens = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("lanyard-tokens-").FullName;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _tokens.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Microsoft_IsAskedForATokenOfLanyardsOwn_ThatOpensTheMailbox()
    {
        using var post = Post("AUTH LOGIN XOAUTH2");

        await OpenAsync(Settings(post, secret: "s3cret"));

        _tokens.Asked.ShouldHaveSingleItem()
            .ShouldBe(new Dictionary<string,
            string> { ["grant_type"] = "client_credentials", ["client_id"] = "lanyard-id", ["client_secret"] = "s3cret",
            ["scope"] = "https://outlook.office365.com/.default" }, ignoreOrder: true);
        InWords(post.Said.Single(line => line.StartsWith("AUTH XOAUTH2 ", StringComparison.Ordinal)))
            .ShouldBe("user=post@school.example\u0001auth=Bearer token-1\u0001\u0001");
    }

    [Fact]
    public async Task Google_IsAskedWithTheRefreshToken_AndALaterOneReplacesIt()
    {
        using var post = Post("AUTH OAUTHBEARER");
        _tokens.NextRefreshToken = "second";
        using var box = Box(Settings(post, secret: "s3cret", refresh: "first", scope: null));

        await OpenAsync(box);
        _clock.Advance(TimeSpan.FromHours(1));
        await OpenAsync(box);

        _tokens.Asked[0]
            .ShouldBe(new Dictionary<string,
            string> { ["grant_type"] = "refresh_token", ["client_id"] = "lanyard-id", ["client_secret"] = "s3cret",
            ["refresh_token"] = "first" }, ignoreOrder: true);
        _tokens.Asked[1]["refresh_token"].ShouldBe("second");
        InWords(post.Said.First(line => line.StartsWith("AUTH OAUTHBEARER ", StringComparison.Ordinal)))
            .ShouldContain("auth=Bearer token-1");
    }

    [Fact]
    public async Task Token_IsUsedWhileItLasts_AndRenewedBeforeItEnds()
    {
        using var post = Post("AUTH XOAUTH2");
        using var box = Box(Settings(post, secret: "s3cret"));

        await OpenAsync(box);
        _clock.Advance(TimeSpan.FromMinutes(54));
        await OpenAsync(box);
        _tokens.Asked.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await OpenAsync(box);

        _tokens.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Token_ThatTheMailServerDoesNotTake_IsRenewedOnce()
    {
        var taken = Base64("user=post@school.example\u0001auth=Bearer token-2\u0001\u0001");
        using var post = Post("AUTH XOAUTH2", line => line.StartsWith("AUTH", StringComparison.Ordinal)
            && !line.EndsWith(taken, StringComparison.Ordinal) ? "535 5.7.3 Ended" : null);

        await OpenAsync(Settings(post, secret: "s3cret"));

        _tokens.Asked.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(401, MailProblem.TokenRefused)]
    [InlineData(400, MailProblem.TokenRefused)]
    [InlineData(503, MailProblem.NotReached)]
    public async Task Service_ThatGivesNoToken_IsSaidToHave_WithoutTheSecret(int status, MailProblem expected)
    {
        using var post = Post("AUTH XOAUTH2");
        _tokens.Status = status;

        var problem = await Should.ThrowAsync<MailException>(() => OpenAsync(Settings(post, secret: "s3cret")));

        (problem.Problem, problem.Code).ShouldBe((expected, status));
        problem.ToString().ShouldNotContain("s3cret");
        post.Said.ShouldNotContain(line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MailServer_ThatTakesNoTokens_IsGivenNone()
    {
        using var post = Post("AUTH PLAIN LOGIN");

        (await Should.ThrowAsync<MailException>(() => OpenAsync(Settings(post, secret: "s3cret"))))
            .Problem.ShouldBe(MailProblem.SignInRefused);

        post.Said.ShouldNotContain(line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("microsoft:school.example", "https://login.microsoftonline.com/school.example/oauth2/v2.0/token",
        "https://outlook.office365.com/.default", false)]
    [InlineData("microsoft:school.example", "https://login.microsoftonline.com/school.example/oauth2/v2.0/token",
        "https://outlook.office.com/SMTP.Send offline_access", true)]
    [InlineData("google", "https://oauth2.googleapis.com/token", null, true)]
    [InlineData("https://id.school.example/token", "https://id.school.example/token", null, false)]
    public void Service_IsKnownByItsName(string service, string endpoint, string? scope, bool isRefreshed)
    {
        var way = MailServer.Read(
            new() { Address = "smtp://mail.school.example", User = "post@school.example", OAuth = service,
            ClientId = "id", ClientSecretFile = Secret("s3cret"), RefreshTokenFile = isRefreshed ? Secret("r3fresh")
            : null }).OAuth.ShouldNotBeNull();

        (way.Endpoint.ToString(), way.Scope, way.ClientSecret, way.RefreshToken)
            .ShouldBe((endpoint, scope, "s3cret", isRefreshed ? "r3fresh" : null));
    }

    [Theory]
    [InlineData("microsoft:", "post@school.example", "id", true, null, "names no tenant")]
    [InlineData("microsoft:common", "post@school.example", "id", true, null, "names no tenant")]
    [InlineData("microsoft:a/b", "post@school.example", "id", true, null, "names no tenant")]
    [InlineData("http://id.school.example/token", "post@school.example", "id", true, null,
        "https address of a token endpoint")]
    [InlineData("yahoo", "post@school.example", "id", true, null, "https address of a token endpoint")]
    [InlineData("google", "post@school.example", "id", true, null, "Google gives tokens for a refresh token")]
    [InlineData("microsoft:school.example", null, "id", true, null, "Tokens need LANYARD_MAIL_USER")]
    [InlineData("microsoft:school.example", "post@school.example", null, true, null, "LANYARD_MAIL_CLIENT_ID")]
    [InlineData("microsoft:school.example", "post@school.example", "id", false, null,
        "LANYARD_MAIL_CLIENT_SECRET_FILE")]
    [InlineData("microsoft:school.example", "post@school.example", "id", true, "pass", "either a password or tokens")]
    [InlineData(null, "post@school.example", "id", false, null, "LANYARD_MAIL_OAUTH is missing")]
    public void WhatCannotBeMeant_IsRefused(string? service, string? user, string? id, bool hasSecret, string? password,
        string problem) =>
        Should.Throw<FormatException>(() =>
            MailServer.Read(
            new() { Address = "smtp://mail.school.example", OAuth = service, User = user, ClientId = id,
            ClientSecretFile = hasSecret ? Secret("s3cret") : null, Password = password }))
            .Message.ShouldContain(problem);

    [Fact]
    public void Tokens_DoNotGoWithoutTls() =>
        Should.Throw<FormatException>(() =>
            MailServer.Read(
            new() { Address = "smtp://mail.school.example", Tls = "none", OAuth = "microsoft:school.example",
            User = "post@school.example", ClientId = "id", ClientSecretFile = Secret("s3cret") }))
            .Message.ShouldContain("without TLS");

    private static OddPostOffice Post(string auth, Func<string, string?>? answer = null) =>
        new() { Offers = ["STARTTLS", auth], Answer = answer ?? (_ => null) };

    private MailSettings Settings(OddPostOffice post, string secret, string? refresh = null,
        string? scope = "https://outlook.office365.com/.default") => new()
    {
        Address = post.Address,
        Tls = "starttls",
        AuthorityFile = post.AuthorityFile,
        User = "post@school.example",
        OAuth = _tokens.Address.ToString(),
        ClientId = "lanyard-id",
        ClientSecretFile = Secret(secret),
        RefreshTokenFile = refresh is null ? null : Secret(refresh),
        Scope = scope,
    };

    private LetterBox Box(MailSettings settings) => new(MailServer.Read(settings), _clock);

    private async Task OpenAsync(MailSettings settings)
    {
        using var box = Box(settings);
        await OpenAsync(box);
    }

    private static async Task OpenAsync(LetterBox box)
    {
        await using var connection = await box.OpenAsync(None);
    }

    private string Secret(string text)
    {
        var file = Path.Combine(_folder, Path.GetRandomFileName());
        File.WriteAllText(file, text + "\n");
        return file;
    }

    private static string InWords(string command) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(command.Split(' ')[2]));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
