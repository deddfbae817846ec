using Lanyard.Mail;
using Lanyard.Web.Tests.Features.Notices;
using Shouldly;

namespace Lanyard.Web.Tests.Mail;

/// <summary>Letters to a real mail server, with TLS and a password.</summary>
public sealed class SmtpTests
{
    private const string Letter = "Subject: Test\r\n\r\nHello\r\n.\r\n..two\r\n";

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Implicit)]
    public async Task Letter_OverTls_WithTheRightPassword_IsTakenAsItIs(MailSecurity security)
    {
        using var mail = new MailServer(security);
        await mail.StartAsync(None);

        await SendAsync(mail.Settings);

        var letter = mail.Letters.ShouldHaveSingleItem();
        (letter.To, letter.Headers["X-Signed-In"]).ShouldBe(("jo@school.example", "True"));
        letter.Body.ShouldBe("Hello\n.\n..two\n");
    }

    [Fact]
    public async Task Lanyard_GivesItsLettersOverTls()
    {
        using var mail = new MailServer(MailSecurity.StartTls);
        await mail.StartAsync(None);
        await using var server = new NoticeServer(mail.Settings);
        await server.StartAsync();

        await server.UntilAsync(async () => mail.Letters.Count > 0 && (await server.Letters.ListAsync(None)).Count == 0);

        mail.Letters.ShouldAllBe(letter => letter.Headers["X-Signed-In"] == "True");
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Implicit)]
    public async Task Certificate_OfAnotherAuthority_IsNotBelieved(MailSecurity security)
    {
        using var mail = new MailServer(security);
        await mail.StartAsync(None);
        var elsewhere = Directory.CreateTempSubdirectory("lanyard-other-");
        var settings = Lanyard.Mail.MailServer.Read(mail.With(authority: Certificates.Write(elsewhere.FullName).Authority));

        (await Should.ThrowAsync<MailException>(() => SendAsync(settings))).Problem.ShouldBe(MailProblem.CertificateNotBelieved);

        mail.Letters.ShouldBeEmpty();
        elsewhere.Delete(recursive: true);
    }

    [Fact]
    public async Task Certificate_ForAnotherName_IsNotBelieved()
    {
        using var mail = new MailServer(MailSecurity.StartTls, certificateFor: "mail.school.example");
        await mail.StartAsync(None);

        (await Should.ThrowAsync<MailException>(() => SendAsync(mail.Settings))).Problem.ShouldBe(MailProblem.CertificateNotBelieved);
    }

    [Fact]
    public async Task Certificate_ThatNobodyWasToldToTrust_IsNotBelieved()
    {
        using var mail = new MailServer(MailSecurity.StartTls);
        await mail.StartAsync(None);
        var with = mail.With();
        var settings = Lanyard.Mail.MailServer.Read(new() { Address = with.Address, Tls = with.Tls, User = with.User, Password = with.Password });

        (await Should.ThrowAsync<MailException>(() => SendAsync(settings))).Problem.ShouldBe(MailProblem.CertificateNotBelieved);
    }

    [Fact]
    public async Task WrongPassword_IsRefused()
    {
        using var mail = new MailServer(MailSecurity.StartTls);
        await mail.StartAsync(None);
        var settings = Lanyard.Mail.MailServer.Read(mail.With(password: "wrong"));

        var problem = await Should.ThrowAsync<MailException>(() => SendAsync(settings));

        (problem.Problem, problem.Code).ShouldBe((MailProblem.SignInRefused, 535));
        problem.ToString().ShouldNotContain("wrong");
        mail.Letters.ShouldBeEmpty();
    }

    [Fact]
    public async Task ServerWithoutTls_IsGivenNeitherPasswordNorLetter()
    {
        var authority = Directory.CreateTempSubdirectory("lanyard-authority-");
        using var mail = new MailServer();
        await mail.StartAsync(None);
        var settings = Lanyard.Mail.MailServer.Read(mail.With(tls: "starttls", authority: Certificates.Write(authority.FullName).Authority));

        (await Should.ThrowAsync<MailException>(() => SendAsync(settings))).Problem.ShouldBe(MailProblem.WithoutTls);

        mail.Letters.ShouldBeEmpty();
        authority.Delete(recursive: true);
    }

    private static async Task SendAsync(Lanyard.Mail.MailServer server)
    {
        await using var connection = await SmtpConnection.OpenAsync(server, None);
        await connection.SendAsync("lanyard@school.example", "jo@school.example", Letter, None);
    }
}
