using Lanyard.Accounts;
using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.OwnAccount.ViewAccount;

/// <summary>Shows a person their own account: who they are, how they sign in, where they are signed in.</summary>
[Needs(Permission.BeHere)]
public sealed class ViewAccountPage(Visit visit, RecordBook book, UserManager<Account> accounts, AccountBook access, SessionStore sessions) : OwnAccountPageBase(visit, book, accounts)
{
    public IReadOnlyList<string> RoleLines { get; private set; } = [];

    public IReadOnlyList<(string Name, Session Session)> Sessions { get; private set; } = [];

    public IReadOnlyList<AccessHistoryLine> History { get; private set; } = [];

    public string? Current => sessions.Current;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        var schools = (await Book.ListAsync<School>(Who.At, cancel)).ToDictionary(kept => kept.Value.Id, kept => kept.Value.Name);
        RoleLines = [.. Who.Person.Roles.Select(held => $"{Roles.Capital(held.Role)}, {Where(held.School, schools)}")];
        Sessions = await sessions.OfAsync(Who.Id, cancel);
        History = (await Book.FindAsync<AccessHistory>(Who.At, $"access/{Who.Id}", cancel))?.Value.Lines ?? [];
    }

    public async Task<IActionResult> OnPostEndAsync(string name, CancellationToken cancel)
    {
        await ReadAsync(cancel);
        await sessions.EndAsync(Who.Id, name ?? "", cancel);
        return name == Current ? Redirect("/sign-in") : Done(Address, "That browser is signed out.");
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        await sessions.EndOthersAsync(Who.Id, cancel);
        await access.RecordAsync(Who.At, Who.Id, Who.Id, AccessChange.SignedOutEverywhere, cancel);
        return Done(Address, "You are signed out everywhere else.");
    }

    private string Where(SchoolId? school, Dictionary<SchoolId, string> schools) =>
        school is not { } known ? Who.Organisation.Name : schools.GetValueOrDefault(known, "a school that is closed");
}
