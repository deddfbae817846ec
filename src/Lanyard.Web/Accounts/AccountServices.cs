using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Web.Accounts;

/// <summary>Sets signing in up.</summary>
internal static class AccountServices
{
    private const int ShortestPassword = 12;
    private const int MostWrongPasswords = 5;

    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    public static void AddAccounts(this IServiceCollection services)
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
        services.AddOptions<IdentityPasskeyOptions>().Configure<ServerOptions>((options, server) =>
        {
            options.UserVerificationRequirement = "required"; // by which a passkey is two factors: the device, and whose it is
            options.ResidentKeyRequirement = "required"; // so that nobody types an address first
            options.ServerDomain = server.PublicUrl is { } url ? new Uri(url).Host : null; // the host of the request otherwise
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

    public static void AddPermissions(this IServiceCollection services)
    {
        services.AddScoped<Visit>();
        services.AddScoped<Microsoft.AspNetCore.Authorization.IAuthorizationHandler, RequirementHandler>();
        var authorization = services.AddAuthorizationBuilder();
        foreach (var permission in Enum.GetValues<Permission>())
        {
            authorization.AddPolicy(NeedsAttribute.PolicyOf(permission), policy => policy.RequireAuthenticatedUser().AddRequirements(new Requirement(permission)));
        }
    }
}
