using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Accounts;

/// <summary>Sets signing in up.</summary>
public static class AccountServices
{
    private const int ShortestPassword = 12;
    private const int MostWrongPasswords = 5;

    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    /// <summary>Adds accounts, sessions and links.</summary>
    /// <param name="services">What to add them to.</param>
    /// <param name="publicUrl">The address by which people reach the server; <see langword="null"/> for the one that a request names.</param>
    public static void AddAccounts(this IServiceCollection services, string? publicUrl)
    {
        services.AddIdentityCore<Account>(options =>
        {
            options.Password = new() { RequiredLength = ShortestPassword, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false, RequiredUniqueChars = 1 };
            options.Lockout = new() { MaxFailedAccessAttempts = MostWrongPasswords, DefaultLockoutTimeSpan = Lockout, AllowedForNewUsers = true };
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = ""; // an address is checked as an address
        }).AddUserStore<AccountStore>().AddPasswordValidator<GuessablePasswords>().AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddAccountParts();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<Passkeys>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required"; // by which a passkey is two factors: the device, and whose it is
            options.ResidentKeyRequirement = "required"; // so that nobody types an address first
            options.ServerDomain = publicUrl is null ? null : new Uri(publicUrl).Host; // the host of the request otherwise
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme).Configure<SessionStore>((options, sessions) =>
        {
            options.SessionStore = sessions;
            options.Cookie.Name = "lanyard";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax; // a link in a message must find the person signed in
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
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
        services.AddSingleton<SecondFactors>();
        services.AddSingleton<LiveTokens>();
        services.AddSingleton<PasskeyChallenges>();
        services.AddScoped<AccountBook>();
        services.AddScoped<AccountCodes>();
    }
}
