using Lanyard.Accounts;
using Lanyard.Accounts.Passwords;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.Access.Cases;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.First;

/// <summary>Makes the first organisation and its first administrator, by the link that the server printed when it started empty.</summary>
[AllowAnonymous]
public sealed class FirstAdministratorPage(SignInLinks links, RecordBook book, UserManager<Account> accounts, PasswordDoor door, TimeProvider clock) : PageModel
{
    public static IReadOnlyList<FieldChoice> Kinds { get; } = [new(nameof(OrganisationKind.Trust), "A trust or federation with several schools"), new(nameof(OrganisationKind.School), "One school or nursery"), new(nameof(OrganisationKind.Company), "A company, such as a training provider")];

    public static IReadOnlyList<FieldChoice> Jurisdictions { get; } = [new(nameof(Domain.Organisations.Jurisdiction.England), "England"), new(nameof(Domain.Organisations.Jurisdiction.Wales), "Wales"), new(nameof(Domain.Organisations.Jurisdiction.Scotland), "Scotland"), new(nameof(Domain.Organisations.Jurisdiction.NorthernIreland), "Northern Ireland")];

    public static IReadOnlyList<FieldChoice> FirstRoles { get; } = [new("computing lead", "Computing lead"), new("headteacher", "Headteacher")];

    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty]
    public string Organisation { get; set; } = "";

    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public string Jurisdiction { get; set; } = nameof(Domain.Organisations.Jurisdiction.England);

    [BindProperty]
    public string FullName { get; set; } = "";

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Role { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    public bool IsUsable { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => IsUsable = await links.FindAsync(Secret, cancel) is { Person: null };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        IsUsable = await links.FindAsync(Secret, cancel) is { Person: null };
        var account = new Account { Organisation = new(Guid.CreateVersion7(clock.GetUtcNow())), Person = new(Guid.CreateVersion7(clock.GetUtcNow())), Email = Email.Trim() };
        await CheckAsync(account);
        if (!IsUsable || !ModelState.IsValid || !await HashAsync(account))
        {
            return Page();
        }

        if (await links.TakeAsync(Secret, cancel) is null)
        {
            IsUsable = false; // somebody was faster
            return Page();
        }

        var role = new RoleHeld(Role, School: null);
        List<Event> events =
        [
            new OrganisationFounded(account.Organisation, Organisation.Trim(), Enum.Parse<OrganisationKind>(Kind), Enum.Parse<Jurisdiction>(Jurisdiction)),
            new PersonJoined(account.Person, [role]) { Content = new(FullName.Trim(), Email.Trim()) },
            new AccessChanged(account.Person, AccessChange.PasswordSet),
        ];
        if (CaseRoles.Include(role))
        {
            var now = clock.GetUtcNow();
            events.Add(new CaseRoleNamed(Guid.CreateVersion7(now), account.Person, role, now + CaseRoleGate.Lasts));
        }

        await book.WriteAsync(account.Organisation, new(account.Person), events, new Dictionary<string, long>(), cancel);
        await MakeAsync(account);
        await HttpContext.SignInAsync(account, hasSecondFactor: false);
        return Redirect("/");
    }

    private async Task<bool> HashAsync(Account account)
    {
        account.PasswordHash = await door.HashAsync(account, Password);
        if (account.PasswordHash is null)
        {
            var answer = new PasswordAnswer(PasswordOutcome.Busy, Wait: HashingGate.Rest);
            answer.Mark(Response);
            ModelState.AddModelError(nameof(Password), answer.InWords(wrong: ""));
        }

        return account.PasswordHash is not null;
    }

    private async Task MakeAsync(Account account)
    {
        var made = await accounts.CreateAsync(account);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException($"The account of the first administrator could not be made: {string.Join(", ", made.Errors.Select(error => error.Code))}.");
        }
    }

    private async Task CheckAsync(Account account)
    {
        CheckName(Organisation, nameof(Organisation), "Enter the name of your organisation");
        Check(!Enum.GetNames<OrganisationKind>().Contains(Kind), nameof(Kind), "Choose what your organisation is");
        Check(!Enum.GetNames<Jurisdiction>().Contains(Jurisdiction), nameof(Jurisdiction), "Choose whose law applies");
        CheckName(FullName, nameof(FullName), "Enter your full name");
        Check(!EmailAddress.IsOne(Email), nameof(Email), "Enter an email address, such as name@example.org");
        Check(FirstRoles.All(role => role.Value != Role), nameof(Role), "Choose your role");
        Check(GuessablePasswords.IsGuessable(Password, $"{FullName} {Email} {Organisation}"), nameof(Password), GuessablePasswords.Refusal);
        foreach (var validator in accounts.PasswordValidators.Where(validator => validator is not GuessablePasswords)) // it looks for names in the register, where there are none yet
        {
            foreach (var error in (await validator.ValidateAsync(accounts, account, Password)).Errors)
            {
                ModelState.AddModelError(nameof(Password), error.Code == "PasswordTooShort" ? "The password must have at least 12 characters" : error.Description);
            }
        }
    }

    private void CheckName(string typed, string field, string missing) =>
        Check(DetailChecks.ProblemOfName(typed) is { Length: > 0 }, field, string.IsNullOrWhiteSpace(typed) ? missing : DetailChecks.ProblemOfName(typed));

    private void Check(bool isWrong, string field, string text)
    {
        if (isWrong)
        {
            ModelState.AddModelError(field, text);
        }
    }
}
