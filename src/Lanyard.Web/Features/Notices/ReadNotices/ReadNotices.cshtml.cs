using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Notices.ReadNotices;

/// <summary>Shows a person their own notices, and takes note of what they have read and how they want to be told.</summary>
[Needs(Permission.BeHere)]
public sealed class ReadNoticesPage(Visit visit, RecordBook book, NoticeBook notices, OwnNotices own, ServerOptions options) : LanyardPage(visit, book)
{
    private const string Here = "/notices";
    private const string Yes = "yes";
    private const string No = "no";

    /// <summary>The notice to mark as read.</summary>
    [BindProperty]
    public string Key { get; set; } = "";

    /// <summary>Whether they want letters as well: yes or no.</summary>
    [BindProperty]
    public string ByEmail { get; set; } = "";

    public IReadOnlyList<(string Key, KeptNotice Notice)> Lines { get; private set; } = [];

    public IReadOnlyList<FieldChoice> Choices { get; } = [new(Yes, "Yes", "An email says only that something waits for you, and where"), new(No, "No, only here")];

    public bool HasMail => options.MailServer is not null;

    public string? Email { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        var who = await Visit.GetAsync(cancel);
        ByEmail = await notices.WantsEmailAsync(who.At, who.Id, cancel) ? Yes : No;
    }

    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancel)
    {
        var who = await Visit.GetAsync(cancel);
        return await notices.ReadAsync(who.At, who.Id, Key, Visit.Now, cancel) ? LocalRedirect(Here) : NotFound();
    }

    public async Task<IActionResult> OnPostReadAllAsync(CancellationToken cancel)
    {
        var who = await Visit.GetAsync(cancel);
        foreach (var (key, _) in (await notices.OfAsync(who.At, who.Id, cancel)).Where(line => line.Notice.IsUnread))
        {
            await notices.ReadAsync(who.At, who.Id, key, Visit.Now, cancel);
        }

        return Done(Here, "All your notices are marked as read.");
    }

    public async Task<IActionResult> OnPostSettingAsync(CancellationToken cancel)
    {
        if (ByEmail is not (Yes or No))
        {
            ModelState.AddModelError(nameof(ByEmail), "Choose whether you want your notices by email too");
            await ShowAsync(cancel);
            return Page();
        }

        var who = await Visit.GetAsync(cancel);
        await notices.WantEmailAsync(who.At, who.Id, ByEmail == Yes, cancel);
        return Done(Here, ByEmail == Yes ? "You get your notices by email too." : "You get your notices only here.");
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        var who = await Visit.GetAsync(cancel);
        Email = who.Person.Details?.Email;
        Lines = await own.ListAsync(who, Visit.Today, cancel);
    }
}
