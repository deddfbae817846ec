using System.Net;
using System.Text;
using Lanyard.Records;
using Lanyard.Records.Checkpoints;
using Lanyard.Testing.Mail;
using Lanyard.Workflows.Organisations;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Checkpoints;

/// <summary>Checkpoints go out by themselves, to people and to witnesses, and come back to tell.</summary>
public sealed class CheckpointTests : IAsyncLifetime
{
    private static readonly Dictionary<string, long> Anything = [];

    private readonly CheckpointServer _server = new();
    private readonly CheckpointServer _witness = new();
    private readonly PostOffice _office = new();

    private List<TakenLetter> Checkpoints =>
        [.. _office.Letters.Where(letter => letter.Subject.Contains("checkpoint of the record", StringComparison.Ordinal))];

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _office.Start();
        await _server.StartAsync(options => options with { MailServer = _office.Settings });
    }

    [Fact]
    public async Task EachDayOnWhichSomethingWasWritten_ACheckpointGoesToWhoKeepsThem_Once()
    {
        using var lead = new Visitor(_server.Address);
        await lead.SignInAsync("lead@demo.example");
        await lead.OpenAsync("/organisation/checkpoints");
        lead.Fill("Who keeps them", "clerk@governors.example\nauditor@council.example");
        await lead.PressAsync("Save");
        lead.Text.ShouldContain("Who keeps the checkpoints was saved");

        await _server.RoundAsync();
        await _server.RoundAsync();

        Checkpoints.Select(letter => letter.To).ShouldBe(["clerk@governors.example", "auditor@council.example"]);
        var sent = NoteOf(Checkpoints[0]);
        sent.IsSignedBy(_server.Book.Checkpoints.KeyOf(_server.Trust)).ShouldBeTrue();
        _server.Clock.Advance(TimeSpan.FromDays(1));
        await _server.RoundAsync();
        Checkpoints.Count.ShouldBe(2); // nothing was written
        await WriteAsync();
        await _server.RoundAsync();
        Checkpoints.Count.ShouldBe(4);
        Checkpoint.TryRead(sent.Text, out var first).ShouldBeTrue();
        (await _server.Book.VerifyAsync(_server.Trust, None, [first])).IsWhole.ShouldBeTrue();
        (await _server.Book.VerifyAsync(_server.Trust, None, [first with { Size = 3 }])).Said.ShouldContain("made anew");
        await lead.SignInAsync("lead@demo.example"); // a day has passed
        await lead.OpenAsync("/organisation/checkpoints");
        lead.Text.ShouldContain("Sent to 2.");
    }

    [Fact]
    public async Task WhatCannotBeSent_IsSentLater()
    {
        _office.Stop();
        using var lead = new Visitor(_server.Address);
        await lead.SignInAsync("lead@demo.example");
        await lead.OpenAsync("/organisation/checkpoints");
        lead.Fill("Who keeps them", "not an address");
        await lead.PressAsync("Save");
        lead.Text.ShouldContain("\"not an address\" is not an email address");
        lead.Fill("Who keeps them", "clerk@governors.example");
        await lead.PressAsync("Save");
        await _server.RoundAsync();
        Checkpoints.ShouldBeEmpty();

        _office.Start();
        await _server.RoundAsync();

        Checkpoints.ShouldHaveSingleItem().To.ShouldBe("clerk@governors.example");
    }

    [Fact]
    public async Task AWitness_SignsEachNewCheckpoint_AndTellsWhenAnEarlierCopyIsPutBack()
    {
        await WitnessedAsync();
        await _server.RoundAsync();
        var first = (await _server.LastAsync()).ShouldNotBeNull();
        first.SignedBy.ShouldHaveSingleItem();
        SignedNote.TryRead(first.Note, out var note).ShouldBeTrue();
        note.IsSignedBy(_witness.Book.Checkpoints.WitnessKey()).ShouldBeTrue();
        note.IsSignedBy(_server.Book.Checkpoints.KeyOf(_server.Trust)).ShouldBeTrue();
        var backup = Path.Combine(_server.Folder, "earlier.db");
        await _server.Book.Store.BackUpAsync(backup, None);
        _server.Clock.Advance(TimeSpan.FromDays(1));
        await WriteAsync();
        await _server.RoundAsync();
        (await _server.LastAsync()).ShouldNotBeNull().SignedBy.ShouldHaveSingleItem();

        await _server.StopAsync();
        PutBack(backup);
        _server.Clock.Advance(TimeSpan.FromDays(1));
        await StartWitnessedAsync();
        using var lead = new Visitor(_server.Address);
        await lead.SignInAsync("lead@demo.example"); // which is written, so the record goes on from the earlier copy
        await _server.RoundAsync();

        await lead.OpenAsync("/organisation");
        lead.Text.ShouldContain("The witness lanyard-witness/");
        lead.Text.ShouldMatch("entries were cut off, or an earlier copy was put in place|the record was made anew");
    }

    [Fact]
    public async Task AnEvidencePack_IsACheckpoint_ThatGoesOutToo()
    {
        await _server.RoundAsync();
        await WriteAsync();
        using var governor = new Visitor(_server.Address);
        await governor.SignInAsync("governor@demo.example");
        await governor.OpenAsync("/evidence/pack");

        var last = (await _server.LastAsync()).ShouldNotBeNull();

        Checkpoint.TryRead(last.Note[..(last.Note.IndexOf("\n\n", StringComparison.Ordinal) + 1)], out var checkpoint).ShouldBeTrue();
        checkpoint.Size.ShouldBe((await _server.Book.Store.Read(_server.Trust).HeadAsync(None)).Sequence);
        governor.Text.ShouldContain(Convert.ToBase64String(checkpoint.Root));
    }

    [Theory]
    [InlineData("nonsense", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task TheWitness_AnswersStrangers_AsTheStandardSays(string body, HttpStatusCode expected)
    {
        await WitnessedAsync();
        using var client = new HttpClient { BaseAddress = new(_witness.Address) };
        using var content = new StringContent(body, Encoding.UTF8, "text/plain");
        using var large = new StringContent(new string('x', 100_000), Encoding.UTF8, "text/plain");

        using var answer = await client.PostAsync(new Uri("/witness/add-checkpoint", UriKind.Relative), content, None);
        using var tooLong = await client.PostAsync(new Uri("/witness/add-checkpoint", UriKind.Relative), large, None);

        (answer.StatusCode, tooLong.StatusCode).ShouldBe((expected, HttpStatusCode.RequestEntityTooLarge));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _witness.DisposeAsync();
        _office.Dispose();
    }

    // As a person copies it out of the letter.
    private static SignedNote NoteOf(TakenLetter letter)
    {
        var begin = letter.Body.IndexOf("lanyard/", StringComparison.Ordinal);
        var end = letter.Body.IndexOf("\nThe key", StringComparison.Ordinal);
        SignedNote.TryRead(letter.Body[begin..end], out var note).ShouldBeTrue();
        return note;
    }

    private async Task WitnessedAsync()
    {
        var key = _server.Book.Checkpoints.KeyOf(_server.Trust);
        await _witness.StartAsync(options => options with { WitnessedRecords = [key] });
        await _server.StopAsync();
        await StartWitnessedAsync();
    }

    private Task StartWitnessedAsync() => _server.StartAsync(options => options with
    {
        Witnesses = [new(new($"{_witness.Address}/witness"), _witness.Book.Checkpoints.WitnessKey())],
    });

    private void PutBack(string backup)
    {
        foreach (var file in Directory.GetFiles(_server.Folder, "lanyard.db*"))
        {
            File.Delete(file);
        }

        File.Move(backup, Path.Combine(_server.Folder, "lanyard.db"));
    }

    private Task WriteAsync() => _server.Book.WriteAsync(_server.Trust, Author.Lanyard,
        [new SchoolOpened(new(Guid.CreateVersion7()), "Ash Primary")], Anything, None);
}
