using System.Diagnostics;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Domain.Policies;
using Lanyard.Records;
using Lanyard.Web.Features.Notices;
using Lanyard.Mail;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Lanyard.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Notices;

/// <summary>The application with the demonstration trust and a clock that a test moves. It can be stopped and started again on the same folder.</summary>
internal sealed class NoticeServer(MailServer? mail) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("lanyard-notices-").FullName;
    private readonly List<Visitor> _visitors = [];
    private WebApplication? _app;

    public FakeTimeProvider Clock { get; } = new(new(2026, 9, 14, 9, 0, 0, TimeSpan.Zero));

    public RecordBook Book => _app!.Services.GetRequiredService<RecordBook>(); // started before every test

    public OrganisationId Trust { get; private set; }

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public async Task StartAsync()
    {
        _app = await LanyardServer.BuildAsync(new() { DataFolder = _folder, Urls = "http://127.0.0.1:0", IsDemo = true, Clock = Clock, MailServer = mail, MailFrom = "lanyard@school.example", PublicUrl = "http://lanyard.school.example/" }, None);
        await _app.StartAsync(None);
        Trust = (await Book.Store.OrganisationsAsync(None)).Single(id => id != Installation.Partition);
    }

    public async Task StopAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
            _app = null;
        }
    }

    public async Task<Visitor> SignInAsync(string email)
    {
        var visitor = await AnybodyAsync("/sign-in");
        await visitor.SignInAsync(email);
        return visitor;
    }

    /// <summary>Somebody who has opened a page and not signed in.</summary>
    public async Task<Visitor> AnybodyAsync(string address)
    {
        var visitor = new Visitor(_app!.Urls.First()); // started before every test
        _visitors.Add(visitor);
        await visitor.OpenAsync(address);
        return visitor;
    }

    /// <summary>Everybody's notices.</summary>
    public async Task<IReadOnlyList<Kept<KeptNotice>>> NoticesAsync() => await new KeptRows<KeptNotice>(Book.Store, Trust, "notice").ListAsync(None);

    /// <summary>The notices of somebody.</summary>
    public async Task<IReadOnlyList<Kept<KeptNotice>>> NoticesAsync(string email)
    {
        var person = await PersonAsync(email);
        return [.. (await NoticesAsync()).Where(kept => kept.Value.Recipient == person)];
    }

    public async Task<PersonId> PersonAsync(string email) => (await Book.ListAsync<Person>(Trust, None)).Single(kept => kept.Value.Details?.Email == email).Value.Id;

    /// <summary>The letters that wait.</summary>
    public KeptRows<Letter> Letters => new(Book.Store, Trust, "outbox");

    /// <summary>Opens a consultation on a new policy; what it answers is its text.</summary>
    public async Task<string> ConsultAsync()
    {
        const string Text = "---\npolicy: Walks and visits\norganisation: Lantern\nversion: 1\n---\n\n## 1 Conduct\n\n```policy\nStaff must accept this policy.\n```\n";
        var (policy, compiled) = (new PolicyId(Guid.CreateVersion7()), PolicyShelf.Compile(Text));
        Event[] events = [new TextKept(compiled.Hash, Text), new DraftSaved(policy, compiled.Hash, "Walks and visits", School: null), new ConsultationOpened(policy, compiled.Hash, ["staff"], UkTime.DayOf(Clock.GetUtcNow()).AddDays(14))];
        await Book.WriteAsync(Trust, Author.Lanyard, events, new Dictionary<string, long>(), None);
        return Text;
    }

    /// <summary>Waits until something is so. The clock goes on meanwhile, minute by minute, as clocks do.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var began = Stopwatch.StartNew();
        while (!await isSo())
        {
            (began.Elapsed < Patience).ShouldBeTrue("It did not come to be so.");
            await Task.Delay(100, None);
            Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _visitors.ForEach(visitor => visitor.Dispose());
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
