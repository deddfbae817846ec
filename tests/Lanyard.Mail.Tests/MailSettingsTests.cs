using Shouldly;

namespace Lanyard.Mail.Tests;

/// <summary>What can be set about the mail server, and what is refused.</summary>
public sealed class MailSettingsTests
{
    [Theory]
    [InlineData("smtp://localhost", null, MailSecurity.None, 25)]
    [InlineData("smtp://127.0.0.1:2525", null, MailSecurity.None, 2525)]
    [InlineData("smtp://[::1]", null, MailSecurity.None, 25)]
    [InlineData("smtp://mail.school.example", null, MailSecurity.StartTls, 587)]
    [InlineData("smtp://mail.school.example:25", "none", MailSecurity.None, 25)]
    [InlineData("smtp://localhost:587", "STARTTLS", MailSecurity.StartTls, 587)]
    [InlineData("smtps://mail.school.example", null, MailSecurity.Implicit, 465)]
    [InlineData("smtp://mail.school.example", "implicit", MailSecurity.Implicit, 465)]
    public void Address_SaysWhereAndHow(string address, string? tls, MailSecurity security, int port)
    {
        var server = Read(new() { Address = address, Tls = tls });

        (server.Security, server.Port).ShouldBe((security, port));
    }

    [Fact]
    public void Password_ComesFromAFile_WithoutTheEndOfItsLine()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "s e cret\n");

        Read(new() { Address = "smtp://mail.school.example", User = "lanyard", PasswordFile = file }).Password.ShouldBe("s e cret");

        File.Delete(file);
    }

    [Theory]
    [InlineData("mail.school.example", null, null, null, "The mail server is not an address")]
    [InlineData("http://mail.school.example", null, null, null, "The mail server is not an address")]
    [InlineData("smtp://lanyard:secret@mail.school.example", null, null, null, "must hold no name and no password")]
    [InlineData("smtp://mail.school.example", "ssl", null, null, "LANYARD_MAIL_TLS is none, starttls or implicit")]
    [InlineData("smtps://mail.school.example", "none", null, null, "smtps is TLS from the beginning")]
    [InlineData("smtp://mail.school.example", null, "lanyard", null, "both a name and a password")]
    [InlineData("smtp://mail.school.example", null, null, "secret", "both a name and a password")]
    [InlineData("smtp://mail.school.example", "none", "lanyard", "secret", "A password is not sent over a connection without TLS")]
    [InlineData("smtp://localhost", null, "lanyard", "secret", "A password is not sent over a connection without TLS")]
    public void WhatCannotBeMeant_IsRefused_WithoutTellingThePassword(string address, string? tls, string? user, string? password, string problem)
    {
        var refused = Should.Throw<FormatException>(() => Read(new() { Address = address, Tls = tls, User = user, Password = password }));

        refused.Message.ShouldContain(problem);
        refused.Message.ShouldNotContain("secret");
    }

    [Fact]
    public void Files_ThatAreMissingOrHoldSomethingElse_AreNamed()
    {
        Should.Throw<FormatException>(() => Read(new() { Address = "smtp://localhost", AuthorityFile = "/nowhere/ca.pem" })).Message.ShouldContain("/nowhere/ca.pem");
        Should.Throw<FormatException>(() => Read(new() { Address = "smtp://localhost", Tls = "starttls", User = "lanyard", PasswordFile = "/nowhere/password" })).Message.ShouldContain("/nowhere/password");
        var file = Path.GetTempFileName();
        Should.Throw<FormatException>(() => Read(new() { Address = "smtp://localhost", AuthorityFile = file })).Message.ShouldContain("holds no certificate");
        File.Delete(file);
    }

    private static MailServer Read(MailSettings settings) => MailServer.Read(settings);
}
