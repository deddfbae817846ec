using System.Net;
using Lanyard.Accounts.Passwords;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>Guessing is held up, and nobody else is held up by it.</summary>
public sealed class GuessingTests : IAsyncLifetime
{
    private const string Teacher = "teacher@demo.example";
    private const string Lead = "dsl@demo.example";
    private const string Wrong = "The email address or the password is wrong";
    private const string Field = "Enter the code from your authenticator app";

    private readonly ShiftedClock _clock = new();
    private RunningServer _server = null!; // set before every test

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync(options => options with { Clock = _clock });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Strangers_WhoGuess_LockNobodyOut()
    {
        using var stranger = _server.NewVisitor();
        stranger.From = "198.51.100.7";
        await GuessAsync(stranger, Teacher, 6);
        stranger.Status.ShouldBe(HttpStatusCode.TooManyRequests);

        using var teacher = _server.NewVisitor();
        teacher.From = "203.0.113.9";
        await teacher.SignInAsync(Teacher);
        teacher.Path.ShouldBe("/");
    }

    [Fact]
    public async Task KnownBrowser_StillSignsIn_WhateverIsGuessedBesideIt()
    {
        using var teacher = await _server.SignInAsync(Teacher);
        await teacher.OpenAsync("/sign-out");
        await teacher.PressAsync("Sign out");
        using var pupil = _server.NewVisitor(); // in the same building
        await GuessAsync(pupil, Teacher, 6);
        pupil.Status.ShouldBe(HttpStatusCode.TooManyRequests);

        await teacher.SignInAsync(Teacher);
        teacher.Path.ShouldBe("/");
        await teacher.OpenAsync("/account");
        teacher.Text.ShouldContain("Too many wrong passwords were entered for your account");
        await teacher.OpenAsync("/notices");
        teacher.Text.ShouldContain("Somebody entered many wrong passwords for your account. They did not get in.");
    }

    [Fact]
    public async Task ManyPlaces_ThatGuessTogether_AreHeldUp_AndTheKnownBrowserIsNot()
    {
        using var teacher = await _server.SignInAsync(Teacher);
        await teacher.OpenAsync("/sign-out");
        await teacher.PressAsync("Sign out");
        using var machines = _server.NewVisitor();
        for (var at = 0; at < 60; at++)
        {
            machines.From = $"198.51.100.{at}";
            await machines.SignInAsync(Teacher, "not the password");
            machines.Errors.ShouldBe([Wrong]);
        }

        machines.From = "198.51.100.200";
        await machines.SignInAsync(Teacher, "not the password");
        machines.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        await teacher.SignInAsync(Teacher);
        teacher.Path.ShouldBe("/");
    }

    [Fact]
    public async Task AddressesOfOneNetwork_AreOnePlace()
    {
        using var visitor = _server.NewVisitor();
        for (var at = 1; at <= 6; at++)
        {
            visitor.From = $"2001:db8:1:2::{at:x}";
            await visitor.SignInAsync(Teacher, "not the password");
        }

        visitor.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        visitor.From = "2001:db8:1:3::1";
        await visitor.SignInAsync(Teacher, "not the password");
        visitor.Errors.ShouldBe([Wrong]);
    }

    [Fact]
    public async Task AddressWithoutAccount_IsAnsweredLikeOneWith()
    {
        var seen = new List<string>();
        foreach (var address in new[] { Teacher, "nobody@demo.example" })
        {
            using var visitor = _server.NewVisitor();
            visitor.From = "198.51.100.7";
            var answers = new List<string>();
            for (var attempt = 0; attempt < 7; attempt++)
            {
                await visitor.SignInAsync(address, "not the password");
                answers.Add($"{visitor.Status} {string.Join(' ', visitor.Errors)} {visitor.RetryAfter is not null}");
            }

            seen.Add(string.Join(" | ", answers));
        }

        seen[0].ShouldBe(seen[1]);
        seen[0].ShouldContain("TooManyRequests");
    }

    [Fact]
    public async Task WaitingTimes_GrowAndEnd()
    {
        using var visitor = _server.NewVisitor();
        await GuessAsync(visitor, Teacher, 5);
        _clock.Ahead += TimeSpan.FromSeconds(61);
        await GuessAsync(visitor, Teacher, 2); // one that is looked at, and one that has to wait twice as long
        visitor.RetryAfter.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(90), TimeSpan.FromMinutes(2));
        _clock.Ahead += TimeSpan.FromMinutes(2);
        await visitor.SignInAsync(Teacher);
        visitor.Path.ShouldBe("/");
    }

    [Fact]
    public async Task StaffMeeting_BehindOneAddress_GetsIn()
    {
        string[] staff = [Teacher, Lead, "head@demo.example", "lead@demo.example", "governor@demo.example"];
        for (var table = 0; table < 12; table++)
        {
            var visitors = await Task.WhenAll(staff.Select(_server.SignInAsync));
            visitors.ShouldAllBe(visitor => visitor.Path == "/");
            visitors.ToList().ForEach(visitor => visitor.Dispose());
        }
    }

    [Fact]
    public async Task Busy_IsSaidAtOnce()
    {
        using var enough = new ManualResetEventSlim();
        using var visitor = _server.NewVisitor();
        await visitor.OpenAsync("/sign-in");
        await _server.DoAsync(services =>
        {
            var gate = services.GetRequiredService<HashingGate>();
            using var working = new CountdownEvent(Math.Max(1, Environment.ProcessorCount - 1));
            for (var at = working.InitialCount; at > 0; at--)
            {
                gate.TryRun(() => working.Signal() | enough.Wait(TimeSpan.FromMinutes(1)), out _).ShouldBeTrue();
            }

            working.Wait();
            while (gate.TryRun(() => enough.Wait(TimeSpan.FromMinutes(1)), out _))
            {
                // until nothing more fits
            }

            return Task.FromResult(true);
        });
        await visitor.PressAsync("Sign in", ("Email address", Teacher), ("Password", Web.Demonstration.DemonstrationTrust.Password));

        visitor.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        visitor.Errors.ShouldBe(["Many people are signing in at this moment. Try again in a few seconds."]);
        visitor.RetryAfter.ShouldBe(TimeSpan.FromSeconds(5));
        visitor.Page.QuerySelector("input[name=Email]").ShouldNotBeNull().GetAttribute("value").ShouldBe(Teacher);
        enough.Set();
        await visitor.SignInAsync(Teacher);
        visitor.Path.ShouldBe("/");
    }

    [Fact]
    public async Task Codes_AreCountedApart_FromThePassword()
    {
        var secret = await TurnCodesOnAsync();
        using var thief = _server.NewVisitor();
        thief.From = "198.51.100.7";
        for (var at = 0; at < 5; at++)
        {
            await thief.SignInAsync(Lead); // the right password each time
            await thief.PressAsync("Go on", (Field, $"00000{at}"));
        }

        await thief.SignInAsync(Lead);
        await thief.PressAsync("Go on", (Field, AuthenticatorApp.Code(secret, steps: 1)));
        thief.Errors.ShouldBe(["Too many wrong codes were entered. Wait 15 minutes, then enter the code that the app shows by then."]);

        _clock.Ahead += TimeSpan.FromMinutes(16);
        await thief.SignInAsync(Lead);
        await thief.PressAsync("Go on", (Field, "999999"));
        thief.Errors.ShouldHaveSingleItem().ShouldContain("Wait 30 minutes");
        _clock.Ahead += TimeSpan.FromMinutes(31);
        using var owner = await _server.SignInAsync(Lead);
        await owner.PressAsync("Go on", (Field, AuthenticatorApp.Code(secret, steps: 1)));
        owner.Path.ShouldBe("/");
        await owner.OpenAsync("/account");
        owner.Text.ShouldContain("Too many wrong codes were entered by somebody who knows your password");
        await owner.OpenAsync("/notices");
        owner.Text.ShouldContain("Somebody who knows your password entered many wrong codes. They did not get in.");
    }

    [Fact]
    public async Task Codes_SentAllAtOnce_AreNotLookedAtMoreThanCounted()
    {
        var secret = await TurnCodesOnAsync();
        var thieves = new List<Visitor>();
        while (thieves.Count < 12)
        {
            thieves.Add(await _server.SignInAsync(Lead));
        }

        await Task.WhenAll(thieves.Select((thief, at) => thief.PressAsync("Go on", (Field, at == 11 ? AuthenticatorApp.Code(secret, steps: 1) : $"0000{at:d2}"))));
        var account = await _server.AccountAsync(Lead);
        (account.WrongCodes is >= 1 and <= 5 || thieves[11].Path == "/").ShouldBeTrue();
        thieves.Take(11).ShouldAllBe(thief => thief.Path == "/sign-in/code");
        thieves.ForEach(thief => thief.Dispose());
    }

    private static async Task GuessAsync(Visitor visitor, string address, int times)
    {
        for (var attempt = 0; attempt < times; attempt++)
        {
            await visitor.SignInAsync(address, "not the password");
        }
    }

    private async Task<string> TurnCodesOnAsync()
    {
        using var visitor = await _server.SignInAsync(Lead);
        await visitor.OpenAsync("/account/codes");
        var secret = visitor.Page.QuerySelector("#secret").ShouldNotBeNull().TextContent;
        await visitor.PressAsync("Turn codes on", ("Code", AuthenticatorApp.Code(secret)));
        return secret;
    }
}
