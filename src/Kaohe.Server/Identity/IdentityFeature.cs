using Kaohe.Server.Identity.Demo;
using Kaohe.Server.Identity.People;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage;
using Kaohe.Storage.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kaohe.Server.Identity;

/// <summary>Accounts, sign-in, and who is acting.</summary>
public sealed class IdentityFeature : ServerFeature
{
    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<KaoheUser>(Configure)
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<KaoheDb>()
            .AddErrorDescriber<ChineseIdentityErrors>()
            .AddClaimsPrincipalFactory<KaoheClaimsFactory>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(SignInCookie.Configure);
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromMinutes(1);
            options.TimeProvider = TimeProvider.System;
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddScoped<AuthenticationStateProvider, RevalidatingSignIn>();
        services.AddScoped<ICurrentActor, CurrentActor>();
        services.AddScoped<UserPreferences>();
        services.AddScoped<SigningPin>();
        services.AddScoped<SignInDesk>();
        services.TryAddSingleton<IOfficePeople, AccountPeople>();
        services.AddSingleton<FirstStart>();
        services.AddSingleton<IStartNotice>(provider => provider.GetRequiredService<FirstStart>());
        services.AddSingleton<IStartStep>(provider => provider.GetRequiredService<FirstStart>());
        services.AddDemo(configuration);
    }

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAuthApi();
        endpoints.MapAccountForms();
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.AllowedUserNameCharacters = string.Empty; // accounts are named by office title, in Chinese
        options.User.RequireUniqueEmail = false; // one office mailbox serves several people
        options.Password.RequiredLength = 8;
        options.Password.RequiredUniqueChars = 4;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireDigit = true;
        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
    }
}
