using Lanyard.Testing.Mail;
using Shouldly;

namespace Lanyard.Mail.Tests;

/// <summary>Letters to a real mail server, with TLS and a password.</summary>
public sealed class SendingTests
{
    private static readonly MailLetter Letter = new("lanyard@school.example", "Lantern Schools Trust",
        "jo@school.example", "1@school.example", "Prüfung", "Hello\n.\n..two\nΩ",
        new(2026, 9, 14, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MailSecurity.None)]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Implicit)]
    public async Task Letter_WithTheRightPassword_IsTakenAsItIs(MailSecurity security)
    {
        using var post = new PostOffice(security);
        post.Start();

        await SendAsync(post.Settings);

        var taken = post.Letters.ShouldHaveSingleItem();
        (taken.To, taken.IsSignedIn).ShouldBe(("jo@school.example", security != MailSecurity.None));
        (taken.Subject, taken.Body, taken.Id).ShouldBe(("Prüfung", "Hello\n.\n..two\nΩ", "1@school.example"));
        taken.Message.From.ToString().ShouldBe("\"Lantern Schools Trust\" <lanyard@school.example>");
        taken.Message.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        taken.Message.Date.ShouldBe(Letter.Date);
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Implicit)]
    public async Task Certificate_OfAnotherAuthority_IsNotBelieved(MailSecurity security)
    {
        using var post = new PostOffice(security);
        using var elsewhere = new TestCertificate();
        post.Start();

        (await RefusedAsync(MailServer.Read(post.With(authority: elsewhere.AuthorityFile))))
            .Problem.ShouldBe(MailProblem.CertificateNotBelieved);

        post.Letters.ShouldBeEmpty();
    }

    [Fact]
    public async Task Certificate_ForAnotherName_IsNotBelieved()
    {
        using var post = new PostOffice(MailSecurity.StartTls, certificateFor: "mail.school.example");
        post.Start();

        (await RefusedAsync(post.Settings)).Problem.ShouldBe(MailProblem.CertificateNotBelieved);
    }

    [Fact]
    public async Task Certificate_ThatNobodyWasToldToTrust_IsNotBelieved()
    {
        using var post = new PostOffice(MailSecurity.StartTls);
        post.Start();
        var with = post.With();

        (await RefusedAsync(
            MailServer.Read(
            new() { Address = with.Address, Tls = with.Tls, User = with.User, Password = with.Password })))
            .Problem.ShouldBe(MailProblem.CertificateNotBelieved);
    }

    [Fact]
    public async Task WrongPassword_IsRefused_AndNotTold()
    {
        using var post = new PostOffice(MailSecurity.StartTls);
        post.Start();

        var problem = await RefusedAsync(MailServer.Read(post.With(password: "wrong horse")));

        (problem.Problem, problem.Code).ShouldBe((MailProblem.SignInRefused, 535));
        problem.ToString().ShouldNotContain("horse");
        post.Letters.ShouldBeEmpty();
    }

    [Fact]
    public async Task ServerWithoutTls_IsGivenNeitherPasswordNorLetter()
    {
        using var post = new OddPostOffice { Offers = ["AUTH PLAIN LOGIN"] };

        (await RefusedAsync(Server(post))).Problem.ShouldBe(MailProblem.WithoutTls);

        post.Said.ShouldNotContain(line => line.StartsWith("AUTH", StringComparison.Ordinal)
            || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ServerThatDropsStartTls_IsGivenNothing()
    {
        using var post = new OddPostOffice { Offers = ["STARTTLS", "AUTH PLAIN"], Answer = line => line == "STARTTLS"
            ? "454 Not now" : null };

        await RefusedAsync(Server(post));

        post.Said.ShouldNotContain(line => line.StartsWith("AUTH", StringComparison.Ordinal)
            || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatComesBeforeTheEncryption_IsNotTakenForAnAnswerBehindIt()
    {
        using var post = new OddPostOffice { Offers = ["STARTTLS", "AUTH PLAIN"], Answer = line => line == "STARTTLS"
            ? "220 Go on\r\n250-post.example\r\n250 AUTH LOGIN" : null };

        await SendAsync(Server(post));

        post.Said.Count(line => line.StartsWith("EHLO", StringComparison.Ordinal)).ShouldBe(2);
        post.Said.Single(line => line.StartsWith("AUTH", StringComparison.Ordinal)).ShouldStartWith("AUTH PLAIN");
    }

    [Fact]
    public async Task NobodyThere_IsNotReached()
    {
        using var post = new PostOffice();

        (await RefusedAsync(post.Settings)).Problem.ShouldBe(MailProblem.NotReached);
    }

    [Theory]
    [InlineData(451, "4.7.1 Greylisted", null)]
    [InlineData(450, "Mailbox busy", null)]
    [InlineData(550, "5.1.1 No such user", MailRefusal.NoSuchAddress)]
    [InlineData(550, "No such user here", MailRefusal.NoSuchAddress)]
    [InlineData(551, "User not local", MailRefusal.NoSuchAddress)]
    [InlineData(553, "5.1.3 Bad address", MailRefusal.NoSuchAddress)]
    [InlineData(556, "5.1.10 Domain takes no mail", MailRefusal.NoSuchAddress)]
    [InlineData(550, "5.4.4 No such domain", MailRefusal.NoSuchAddress)]
    [InlineData(550, "5.2.1 Mailbox disabled", MailRefusal.MailboxClosed)]
    [InlineData(552, "5.2.2 Over quota", MailRefusal.MailboxFull)]
    [InlineData(552, "Over quota", MailRefusal.MailboxFull)]
    [InlineData(550, "5.7.1 Relaying denied", MailRefusal.NotAllowed)]
    [InlineData(554, "Relay access denied", MailRefusal.NotAllowed)]
    [InlineData(550, "5.1.8 Bad sender", MailRefusal.NotAllowed)]
    [InlineData(553, "5.6.7 Not in ASCII", MailRefusal.AddressNotPossible)]
    [InlineData(503, "5.5.1 Bad sequence", null)]
    [InlineData(502, "Not implemented", null)]
    public async Task Recipient_WhenRefused_IsSaidToBeRefusedForGoodOrNot(int code, string text, MailRefusal? refusal)
    {
        using var post = new OddPostOffice { Offers = ["8BITMIME"], Answer = line =>
            line.StartsWith("RCPT", StringComparison.Ordinal) ? $"{code} {text}" : null };

        var problem = await RefusedAsync(Plain(post));

        (problem.Problem, problem.Code, problem.Refusal).ShouldBe((MailProblem.LetterRefused, code, refusal));
        problem.Message.ShouldNotContain(text);
    }

    [Theory]
    [InlineData("DATA", "554 5.6.0 Not this", MailRefusal.LetterRefused)]
    [InlineData(".", "550 5.7.26 Not from you", MailRefusal.NotAllowed)]
    [InlineData(".", "550 Spam", MailRefusal.LetterRefused)]
    [InlineData(".", "451 4.3.0 Try later", null)]
    public async Task Letter_WhenRefusedItself_IsSaidToBeRefusedForGoodOrNot(string at, string answer,
        MailRefusal? refusal)
    {
        using var post = new OddPostOffice { Answer = line => line == at ? answer : null };

        (await RefusedAsync(Plain(post))).Refusal.ShouldBe(refusal);
    }

    [Theory]
    [InlineData("RCPT TO:<jo@school.example>", "421 Busy")]
    [InlineData("RCPT TO:<jo@school.example>", OddPostOffice.HangUp)]
    [InlineData("DATA", OddPostOffice.HangUp)]
    [InlineData("DATA", "nonsense")]
    public async Task ServerThatBreaksOff_IsSaidToHave(string at, string answer)
    {
        using var post = new OddPostOffice { Answer = line => line == at ? answer : null };

        var problem = await RefusedAsync(Plain(post));

        (problem.Problem, problem.Refusal).ShouldBe((MailProblem.BrokenOff, null));
    }

    [Fact]
    public async Task Sender_WhenRefused_IsNotTheFaultOfTheRecipient()
    {
        using var post = new OddPostOffice { Answer = line => line.StartsWith("MAIL", StringComparison.Ordinal)
            ? "553 5.7.1 Not from here" : null };

        var problem = await RefusedAsync(Plain(post));

        (problem.Problem, problem.Refusal).ShouldBe((MailProblem.SenderRefused, null));
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    public async Task ServerThatWantsASignIn_IsNotTheFaultOfTheRecipient(string at)
    {
        using var post = new OddPostOffice { Answer = line => line.StartsWith(at, StringComparison.Ordinal)
            ? "530 5.7.0 Sign in" : null };

        var problem = await RefusedAsync(Plain(post));

        (problem.Problem, problem.Refusal).ShouldBe((MailProblem.SignInRefused, null));
    }

    [Theory]
    [InlineData("jörg@school.example")]
    [InlineData("ολα@school.example")]
    public async Task Address_OutsideAscii_IsGivenOnlyToAServerThatCanWriteIt(string address)
    {
        using var old = new OddPostOffice { Offers = ["8BITMIME"] };
        using var current = new OddPostOffice { Offers = ["8BITMIME", "SMTPUTF8"] };

        (await RefusedAsync(Plain(old), address)).Refusal.ShouldBe(MailRefusal.AddressNotPossible);
        await SendAsync(Plain(current), address);

        old.Said.ShouldNotContain(line => line.StartsWith("MAIL", StringComparison.Ordinal));
        current.Said.ShouldContain($"RCPT TO:<{address}>");
        current.Said.ShouldContain(line => line.StartsWith("MAIL", StringComparison.Ordinal)
            && line.Contains("SMTPUTF8", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Domain_OutsideAscii_IsWrittenSoThatEveryServerKnowsIt()
    {
        using var post = new OddPostOffice();

        await SendAsync(Plain(post), "jorg@müller.example");

        post.Said.ShouldContain("RCPT TO:<jorg@xn--mller-kva.example>");
    }

    private static MailServer Plain(OddPostOffice post) => MailServer.Read(new() { Address = post.Address });

    private static MailServer Server(OddPostOffice post) =>
        MailServer.Read(
            new() { Address = post.Address, Tls = "starttls", AuthorityFile = post.AuthorityFile,
            User = PostOffice.User, Password = PostOffice.Password });

    private static Task<MailException> RefusedAsync(MailServer server, string? to = null) =>
        Should.ThrowAsync<MailException>(() => SendAsync(server, to));

    private static async Task SendAsync(MailServer server, string? to = null)
    {
        using var box = new LetterBox(server, TimeProvider.System);
        await using var connection = await box.OpenAsync(None);
        await connection.SendAsync(Letter with { To = to ?? Letter.To }, None);
    }
}
