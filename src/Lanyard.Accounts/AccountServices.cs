using Lanyard.Accounts.Passwords;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Accounts;

/// <summary>Sets signing in up.</summary>
public static class AccountServices
{
    private const int ShortestPassword = 12;
    private const int HashingRounds = 220_000; // PBKDF2 with HMAC-SHA-512: what OWASP asks for, rounded up

    private static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    /// <summary>Adds accounts, sessions and links.</summary>
    /// <param name="services">What to add them to.</param>
    /// <param name="isSecure">Whether people reach the server by HTTPS only.</param>
    public static void AddAccounts(this IServiceCollection services, bool isSecure)
    {
        services.AddIdentityCore<Account>(options =>
        {
            options.Password = new() { RequiredLength = ShortestPassword, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false, RequiredUniqueChars = 1 };
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = ""; // an address is checked as an address
        }).AddUserStore<AccountStore>().AddPasswordValidator<GuessablePasswords>().AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashingRounds);
        services.AddSingleton(new CookieRules(isSecure));
        services.AddAccountParts();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<Passkeys>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required"; // by which a passkey is two factors: the device, and whose it is
            options.ResidentKeyRequirement = "required"; // so that nobody types an address first
            options.ValidateOrigin = asked => ValueTask.FromResult(Passkeys.IsOurs(asked));
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme).Configure<SessionStore, CookieRules>((options, sessions, cookies) =>
        {
            options.SessionStore = sessions;
            cookies.Guard(options.Cookie, "lanyard", SameSiteMode.Lax); // a link in a message must find the person signed in
            options.ExpireTimeSpan = Idle;
            options.SlidingExpiration = true;
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/refused";
            options.ReturnUrlParameter = "next";
        });
    }

    private static void AddAccountParts(this IServiceCollection services)
    {
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<HalfSignedIn>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<SignInGuard>();
        services.AddSingleton(_ => HashingGate.ForThisMachine());
        services.AddSingleton<SecondFactors>();
        services.AddSingleton<LiveTokens>();
        services.AddSingleton<PasskeyChallenges>();
        services.AddSingleton<PeopleByAddress>();
        services.AddScoped<AccountBook>();
        services.AddScoped<RescueLinks>();
        services.AddScoped<AccountCodes>();
        services.AddScoped<PasswordDoor>();
    }
}
